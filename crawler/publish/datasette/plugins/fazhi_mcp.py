"""The JSON interface as tools for agents, through datasette-mcp, which ``fazhi serve --mcp`` loads."""

from __future__ import annotations

import inspect
from typing import Annotated, Any, Final

from datasette import hookimpl

from crawler.publish.datasette import api, openapi, routes

TOOLS: Final = {
    "search": "search", "get": "report", "cite": "paragraph", "figures": "figures", "coverage": "coverage",
    "changes": "changes", "dataset": "dataset",
}  # fmt: skip


@hookimpl(optionalhook=True)
def register_mcp_tools(datasette: Any, mcp: Any) -> None:
    for name, answer in TOOLS.items():
        mcp.add_tool(_tool(datasette, answer), name=name, description=openapi.told(answer))


def _tool(datasette: Any, name: str) -> Any:
    """An answer of the JSON interface as a function with its parameters for a signature."""
    from mcp.server.mcpserver.exceptions import ToolError
    from pydantic import Field

    async def tool(**given: Any) -> dict[str, Any]:
        asked = {key: str(value) for key, value in given.items() if value is not None}
        db = datasette.get_database(routes.database_meant(datasette, None))
        try:
            found: dict[str, Any] = await db.execute_fn(lambda conn: api.ANSWERS[name](conn, asked))
        except api.NoAnswer as error:
            raise ToolError(str(error)) from None
        return found

    parameters = []
    for each in openapi.PARAMETERS[name]:
        kind: Any = int if each.number else str
        kind = Annotated[kind if each.required else kind | None, Field(description=each.told)]
        default = inspect.Parameter.empty if each.required else None
        kinds = inspect.Parameter.KEYWORD_ONLY
        parameters.append(inspect.Parameter(each.name, kinds, default=default, annotation=kind))
    tool.__signature__ = inspect.Signature(parameters, return_annotation=dict[str, Any])  # type: ignore[attr-defined]
    tool.__annotations__ = {each.name: each.annotation for each in parameters} | {"return": dict[str, Any]}
    return tool
