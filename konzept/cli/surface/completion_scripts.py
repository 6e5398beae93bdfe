"""The scripts that teach a shell to complete our command line; what they ask, ``completion`` answers."""

from __future__ import annotations

from enum import StrEnum
from string import Template


class Shell(StrEnum):
    """The shells we know to complete for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


# An empty answer leaves the word to the shell, which then offers file names.
_BASH = Template("""\
_${name}_vervollstaendigen() {
    local IFS=$$'\\n'
    COMPREPLY=( $$( env COMP_WORDS="$${COMP_WORDS[*]}" COMP_CWORD="$$COMP_CWORD" \\
        ${variable}=complete_bash "$$1" 2>/dev/null ) )
}
complete -o default -F _${name}_vervollstaendigen ${name}
""")

_ZSH = Template("""\
#compdef ${name}
_${name}() {
    local -a angebote
    angebote=( "$${(@f)$$(env ${variable}_LINE="$${(pj: :)words[1,$$CURRENT]}" \\
        ${variable}=complete_zsh ${name} 2>/dev/null)}" )
    if [[ -n "$${angebote[1]}" ]]; then
        _describe -V '${name}' angebote
    else
        _files
    fi
}
if [[ "$${funcstack[1]}" == "_${name}" ]]; then
    _${name} "$$@"
else
    compdef _${name} ${name}
fi
""")

_FISH = Template("""\
function __${name}_vervollstaendigen
    set -l angebote (env ${variable}_LINE=(commandline -cp | string collect) \\
        ${variable}=complete_fish ${name} 2>/dev/null)
    if test (count $$angebote) -gt 0
        printf '%s\\n' $$angebote
    else
        __fish_complete_path (commandline -ct)
    end
end
complete --command ${name} --no-files --arguments '(__${name}_vervollstaendigen)'
""")

_POWERSHELL = Template("""\
Register-ArgumentCompleter -Native -CommandName ${name} -ScriptBlock {
    param($$wort, $$aufruf, $$stelle)
    $$zeile = $$aufruf.ToString()
    if ($$zeile.Length -lt $$stelle) { $$zeile = $$zeile.PadRight($$stelle) }
    $$Env:${variable}_LINE = $$zeile
    $$Env:${variable} = 'complete_powershell'
    try {
        ${name} 2>$$null | ForEach-Object {
            $$wert, $$text = $$_ -split ':::', 2
            [System.Management.Automation.CompletionResult]::new($$wert, $$wert, 'ParameterValue', $$text)
        }
    } finally {
        Remove-Item Env:${variable}, Env:${variable}_LINE
    }
}
""")

_SCRIPTS = {Shell.BASH: _BASH, Shell.ZSH: _ZSH, Shell.FISH: _FISH, Shell.POWERSHELL: _POWERSHELL}


def completion_script(shell: Shell, name: str) -> str:
    """Return the script for ``shell`` that completes the program ``name``, ready to be sourced."""
    variable = f"_{name.replace('-', '_').upper()}_COMPLETE"
    return _SCRIPTS[shell].substitute(name=name, variable=variable)
