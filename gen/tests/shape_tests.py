# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""How the generator itself is built: one catalogue of faults, no circle of imports."""

from __future__ import annotations

import ast
import pathlib
import string
from collections.abc import Iterator

GEN = pathlib.Path(__file__).resolve().parent.parent
CATALOGUE = GEN / "spec" / "wording.py"
OF_LINT = GEN / "lint.py"  # words what could be better, and is right
BEHIND = ("ir", "output", "doc")  # what has nothing left to check
ERRORS = ("Fault", "DeclarationError", "ExpressionError")
Outcome = tuple[str, list[str]]
Graph = dict[str, set[str]]


def outcomes() -> Iterator[Outcome]:
    trees = {
        path: ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(GEN.rglob("*.py"))
        if "tests" not in path.relative_to(GEN).parts
    }
    texts = dict(_texts(trees[CATALOGUE]))
    found = {path: tree for path, tree in trees.items() if path not in (CATALOGUE, OF_LINT)}
    yield "faults: each is worded in the catalogue", list(_worded_elsewhere(found))
    yield "faults: texts of the catalogue get their values", list(_wrong_values(found, texts))
    yield "faults: every text of the catalogue is used", list(_unused(trees, texts))
    yield "faults: none is found behind the check", list(_found_late(found))
    modules = {_name(path): set(_imports(path, tree)) for path, tree in trees.items()}
    packages: Graph = {}
    for name, others in modules.items():
        package = name.split(".")[0]
        packages.setdefault(package, set()).update({o.split(".")[0] for o in others} - {package})
    yield "imports: no circle among packages", circle(packages)
    yield "imports: no circle among modules", circle(modules)


def _where(path: pathlib.Path, node: ast.expr) -> str:
    return f"{path.relative_to(GEN)}:{node.lineno}"


# ---- the catalogue ----


def _texts(tree: ast.Module) -> Iterator[tuple[str, set[str]]]:
    """Its constants, and what each has in braces."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            value = node.value
            text = value.value if isinstance(value, ast.Constant) else ""
            fields = {field for _, field, _, _ in string.Formatter().parse(str(text)) if field}
            yield node.targets[0].id, fields


def _calls(tree: ast.Module) -> Iterator[tuple[ast.Call, int]]:
    """Calls that find a fault, and which argument is the text."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute) and node.func.attr == "fault":
            yield node, 1
        elif isinstance(node.func, ast.Attribute) and node.func.attr == "add":
            if ast.unparse(node.func.value).endswith("faults"):
                yield node, 2
        elif isinstance(node.func, ast.Name) and node.func.id in ERRORS:
            yield node, 2 if node.func.id == "Fault" else 0


def _worded_elsewhere(trees: dict[pathlib.Path, ast.Module]) -> Iterator[str]:
    for path, tree in trees.items():
        for call, at in _calls(tree):
            for part in ast.walk(call.args[at]) if len(call.args) > at else ():
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and (
                    " " in part.value
                ):
                    yield f"{_where(path, part)}: {part.value!r}"


def _wrong_values(
    trees: dict[pathlib.Path, ast.Module], texts: dict[str, set[str]]
) -> Iterator[str]:
    for path, tree in trees.items():
        calls = [(call, call.args[at]) for call, at in _calls(tree) if len(call.args) > at]
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if node.func.attr == "format":
                    calls.append((node, node.func.value))
        for call, text in calls:
            if not isinstance(text, ast.Attribute) or ast.unparse(text.value) != "wording":
                continue
            given = {keyword.arg for keyword in call.keywords} - {"column"}
            if given != texts.get(text.attr, {"?"}):
                yield f"{_where(path, call)}: {text.attr}"


def _unused(trees: dict[pathlib.Path, ast.Module], texts: dict[str, set[str]]) -> Iterator[str]:
    used = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, (ast.Attribute, ast.Name)) and isinstance(node.ctx, ast.Load)
    }
    yield from (name for name in texts if name not in used)


def _found_late(trees: dict[pathlib.Path, ast.Module]) -> Iterator[str]:
    for path, tree in trees.items():
        if path.relative_to(GEN).parts[0] in BEHIND:
            yield from (_where(path, call) for call, _ in _calls(tree))
            raises = (node for node in ast.walk(tree) if isinstance(node, ast.Raise))
            yield from (f"{path.relative_to(GEN)}:{node.lineno}: raise" for node in raises)


# ---- imports ----


def _name(path: pathlib.Path) -> str:
    parts = path.relative_to(GEN).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts) or "gen"


def _imports(path: pathlib.Path, tree: ast.Module) -> Iterator[str]:
    """Modules of the generator that a module imports."""
    here = path.relative_to(GEN).parent.parts
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = (*here[: len(here) - node.level + 1], *(node.module or "").split("."))
            start = GEN.joinpath(*(part for part in base if part))
            for alias in node.names:
                own = start / alias.name
                for target in (start / f"{alias.name}.py", own, start.with_suffix(".py"), start):
                    if target.is_file() or target.is_dir():
                        found = target / "__init__.py" if target.is_dir() else target
                        yield _name(found)
                        break


def circle(graph: Graph) -> list[str]:
    """One circle, when there is any."""
    done: set[str] = set()

    def visit(name: str, way: list[str]) -> list[str]:
        if name in way:
            return [" -> ".join([*way[way.index(name) :], name])]
        if name in done:
            return []
        for other in sorted(graph.get(name, ())):
            found = visit(other, [*way, name])
            if found:
                return found
        done.add(name)
        return []

    return next((found for name in sorted(graph) if (found := visit(name, []))), [])
