"""What a module keeps to itself is used there: what nobody calls any more goes with its last caller."""

from __future__ import annotations

import ast

from test_sizes import modules


def test_each_private_name_of_a_module_is_used_in_it() -> None:
    """Functions, classes and constants; what a decorator registers is called by others."""
    unused = [
        f"{name}: {private}"
        for name, text in modules()
        for tree in [ast.parse(text)]
        for private in _defined(tree) - _named(tree)
    ]
    assert unused == []


def _defined(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names |= {node.name} if isinstance(node, ast.ClassDef) or not node.decorator_list else set()
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            names |= {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    return {name for name in names if name.startswith("_") and name.strip("_") and not name.startswith("__")}


def _named(tree: ast.Module) -> set[str]:
    """Names that are read, annotations and types in words among them."""
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    worded = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return read | worded
