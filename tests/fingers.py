"""A finger on a page, as a browser gets it from a touch screen."""

from playwright.sync_api import Locator


def drag_down(handle: Locator, way: float) -> None:
    """Put a finger on the middle of what is in view and draw it down by so many pixels."""
    box = handle.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session = handle.page.context.new_cdp_session(handle.page)
    for kind, places in (("touchStart", [y]), ("touchMove", [y + way / 2]), ("touchMove", [y + way]), ("touchEnd", [])):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": to} for to in places]})
