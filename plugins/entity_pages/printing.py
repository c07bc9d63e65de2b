"""Pages as HTML by the theme's templates, with no more work for each page than its own."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup, escape

from plugins.entity_pages.sharing import Shared
from plugins.entity_pages.views import PageView

_needs_escaping = re.compile("[&<>\"']").search


def written(value: object) -> str:
    """A value as it stands in HTML, which is what ``escape`` gives, mostly without making it ``Markup``.

    >>> print(written("Varga & Sons"), written(Markup("<b>Varga</b>")), written(3))
    Varga &amp; Sons <b>Varga</b> 3
    """
    if type(value) is str:
        return escape(value) if _needs_escaping(value) else value
    if type(value) is int:
        return str(value)
    return value if type(value) is Markup else escape(value)


def _straight(generator: Any) -> Any:
    """A generator of the templates' code in which values are asked for and printed with less between.

    A page prints two hundred values. To make each ``Markup`` on its way takes longer than escaping it: a
    fifth of all that printing a page takes. To ask the environment for each attribute, and not the value,
    which nearly always has it, takes another fifteenth.
    """

    class Quicker(generator):  # type: ignore[misc]  # the class of Jinja is given
        def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
            if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
                super()._output_child_pre(node, frame, finalize)
            else:
                self.write("environment.written(")

        def visit_Getattr(self, node: Any, frame: Any) -> None:  # noqa: N802 as Jinja calls it
            if self.environment.is_async:
                super().visit_Getattr(node, frame)
                return
            name = repr(node.attr)
            self.write("(got if (got := getattr((of := ")
            self.visit(node.node, frame)
            self.write(f"), {name}, missing)) is not missing else environment.getattr(of, {name}))")

    return Quicker


def _calling_macros(contexts: Any) -> Any:
    """A class of contexts in which a macro is called without more being asked than what it was given.

    Jinja asks whether what is called wants a context, and for each argument who called it: for a macro of one
    link that takes as long as printing it.
    """

    runtime: Any = sys.modules[contexts.__module__]
    macro, missing = runtime.Macro, runtime.missing

    class Quicker(contexts):  # type: ignore[misc]  # the class of Jinja is given
        def call(self, called: Any, /, *given: Any, **named: Any) -> Any:
            if type(called) is macro and not (called.caller or called.catch_kwargs or called.catch_varargs):
                named.pop("_loop_vars", None)
                named.pop("_block_vars", None)
                rest = called.arguments[len(given) :]
                if len(given) <= len(called.arguments) and (not named or named.keys() <= set(rest)):
                    # What it is not given, a macro sets itself.
                    printed = called._func(*given, *[named.get(name, missing) for name in rest])
                    return Markup(printed) if self.eval_ctx.autoescape else printed  # noqa: S704 of a template
            return super().call(called, *given, **named)

    return Quicker


def _each_once(get_template: Callable[..., Any]) -> Callable[..., Any]:
    """What gets templates by their names, without asking again for one that was got.

    Every page asks for its own and for those that it imports from, by name: seven times.
    """
    known: dict[Any, Any] = {}

    def get(name: Any, *more: Any) -> Any:
        if name not in known:
            known[name] = get_template(name, *more)
        return known[name]

    return get


class Printer:
    """Prints pages through the templates of ``environment``, which is Jinja's as Pelican has set it up.

    Templates see what Pelican lets them see: ``context``, and for each page ``SITEURL`` and the like. But
    they are read once, and all pages share one table of variables, which Pelican copies for each. So a page
    must be printed before the next is begun.
    """

    def __init__(self, environment: Any, context: Mapping[str, Any]) -> None:
        # A template that changed during a build would come out on some pages only.
        environment.auto_reload = False
        # Jinja looks for what it can work out before; templates have next to nothing of the kind, and to look
        # takes a seventh of reading them.
        environment.optimized = False
        environment.code_generator_class = _straight(environment.code_generator_class)
        environment.written = written
        environment.context_class = _calling_macros(environment.context_class)
        environment.get_template = _each_once(environment.get_template)
        self._environment = environment
        self._variables = {**environment.globals, **context}

    @property
    def variables(self) -> Mapping[str, Any]:
        """What templates see while the page that was printed last is printed."""
        return self._variables

    def read_templates(self) -> None:
        """Read the theme's templates now; else each is read when the first page needs it.

        Pelican lists a theme's templates a second time, and those of its own theme, under names with a ``!``.
        """
        for name in self._environment.list_templates(extensions=["html"]):
            if not name.startswith("!"):
                self._environment.get_template(name)

    def html(self, page: PageView, root: str, about: Markup, shared: Shared) -> str:
        """A page as HTML. ``root`` is the way to the site's root, ``about`` what programs are told of it.

        ``shared`` is how it presents itself where its address is passed on.
        """
        template = self._environment.get_template(page.template)
        self._variables |= {
            "SITEURL": root,
            "localsiteurl": root,
            "output_file": page.url,
            "page": page,
            "linked_data": about,
            "shared": shared,
        }
        # Without globals of its own to compare with those of each template that it imports.
        context = self._environment.context_class(
            self._environment, self._variables, template.name, template.blocks
        )
        try:
            return "".join(template.root_render_func(context))
        except Exception:
            return str(self._environment.handle_exception())
