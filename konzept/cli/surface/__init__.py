"""The German surface of the command line: what typer leaves in English, and the guard around it all.

Import from the modules, not from here: ``entry`` must load without typer. How a program uses it::

    # konzept/__main__.py, also the console script »konzept = "konzept.__main__:start"«
    from konzept.cli.surface.entry import main

    def start() -> None:
        main(_load_app)

    def _load_app() -> "typer.Typer":
        from konzept.cli.app import app  # inside the guard: typer, the commands
        return app

    # konzept/cli/app.py
    app = GermanTyper(name="konzept", help="…", no_args_is_help=True)  # help=: a docstring is English
    add_global_options(app)              # -C ORDNER, --version, --show-completion
    app.command(help="Zeigt, was fällig ist.")(due)

    # konzept/cli/due.py: a short function that ends in an exit code
    def due(
        ctx: typer.Context,
        fassung: Annotated[str | None, typer.Option(
            metavar="FASSUNG", help="…", autocompletion=complete_from(_names))] = None,
    ) -> int:
        from konzept.load import load_plan    # heavy imports in the body
        folder = folder_of(ctx)               # -C, else the working directory
        ...
        raise Failure("Hier ist kein Plan.", "Nennen Sie den Ordner mit -C.", exit_code=3)
        raise WrongCall("»--stichtag« geht nur mit »--year«.")     # exit code 2, with the »Aufruf«
        return 1                              # the exit code; None is 0; typer.Exit works as well

- Options of an Enum, int with ``min=``/``max=``, Path and datetime are refused in German by themselves. A
  parser or callback of your own raises ``WrongValue("…")`` (or ValueError for a general sentence).
- An option that may stand alone or have a value (``--fix``, ``--fix=ocr``) is one of an Enum with a metavar
  in the form ``[=ocr]``; alone it means the first member.
- Name a bool option (``typer.Option("--streng")``), or typer adds an English ``--no-streng``.
- Print with ``print``; not with ``typer.echo`` (it may open a second stdout) nor prompts (they are English).
- Help: blank lines part paragraphs, an indented paragraph is an example and is not rewrapped.
- ``complete_from(load_names)``: ``load_names(folder of -C or None)`` yields words or (word, description).
- In tests set the environment variable ``entry.UNGUARDED``, or ``run(..., guarded=False)``: nothing is
  caught. ``typer.testing.CliRunner`` works on the app and sees the German texts.

===================  ==================================================================================
``entry``            ``main(load_app)`` never returns; ``run(load_app, argv) -> exit code``
``german``           ``GermanTyper``
``global_options``   ``add_global_options(app)``, ``folder_of(ctx)``
``failure``          ``Failure``, ``WrongCall``, ``WrongValue``
``completion``       ``complete_from(load_names)``
``quoting``          ``quoted(text)``, ``shown(text)``: foreign text in a message
===================  ==================================================================================
"""
