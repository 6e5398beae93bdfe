"""Text to domain, with positions; never raises for data.

``load_plan`` is the way in; ``plan_root`` finds the folder of a plan.
"""

from konzept.load.plan_files import PlanNotFoundError, plan_root
from konzept.load.plan_loader import LoadedPlan, load_plan

__all__ = ["LoadedPlan", "PlanNotFoundError", "load_plan", "plan_root"]
