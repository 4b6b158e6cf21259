"""What a machine may only suppose of two plans: that one goes with the other, though neither names it."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.comparison.commontext import CommonText, common_texts
from kehoach.comparison.relations import Endpoint, Tie, relations_of
from kehoach.meaning.fabric import Fabric
from kehoach.model.planid import body_of, line_of

_UNSAID = "kế hoạch cùng loạt của cấp trên gần nhất đang giữ; văn bản không nói điều này"


def supposed(fabric: Fabric) -> tuple[Tie, ...]:
    """Give pairs of plans of one province that a machine would lay side by side, though neither names the other.

    ``nearest_held`` leads to the plan of the closest authority above, ``common_origin`` to an earlier plan with
    much the same words; neither says anything of what the bodies did.
    """
    pairs_named = {frozenset((tie.source.id, tie.target.id)) for tie in relations_of(fabric).pairings}
    ties = [*_nearest(fabric), *_common(fabric)]
    return tuple(
        tie
        for tie in ties
        if frozenset((tie.source.id, tie.target.id)) not in pairs_named and _one_province(fabric, tie)
    )


def _one_province(fabric: Fabric, tie: Tie) -> bool:
    provinces = {_province(fabric, body_of(end.id)) for end in (tie.source, tie.target)}
    return len(provinces) == 1 and "" not in provinces


def _province(fabric: Fabric, unit: str) -> str:
    units = fabric.registry.units
    return next((scope for scope in reversed(fabric.registry.scopes(unit)) if units[scope].level == "province"), "")


def _nearest(fabric: Fabric) -> Iterator[Tie]:
    for plan_id, outline in fabric.outlines.items():
        if nearest := fabric.nearest(plan_id):
            source, target = Endpoint("plan", plan_id), Endpoint("plan", nearest)
            yield Tie("nearest_held", source, target, "likely", outline.head.date_line.date, origin=_UNSAID)


def _common(fabric: Fabric) -> Iterator[Tie]:
    """Plans written from one model, unless one rests on the other's line of editions anyway."""
    plans, outlines = fabric.plans, fabric.outlines
    related = {(p, line_of(u.id)) for p in plans for u in fabric.above(p) if u.kind == "plan"}
    related |= {(p, line_of(nearest)) for p in plans if (nearest := fabric.nearest(p))}
    for common in common_texts(plans.values(), fabric.registry):
        later, earlier = sorted((common.first, common.second), key=lambda p: (outlines[p].head.window, p), reverse=True)
        if (later, line_of(earlier)) not in related and (earlier, line_of(later)) not in related:
            source, target = Endpoint("plan", later), Endpoint("plan", earlier)
            yield Tie("common_origin", source, target, common.certainty, origin=_shared_words(common))


def _shared_words(common: CommonText) -> str:
    return f"khoảng {round(100 * common.share)} % câu chữ của kế hoạch ngắn hơn trùng với kế hoạch kia"
