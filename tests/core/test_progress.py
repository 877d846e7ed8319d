import pytest

from photorestore.core.errors import Cancelled
from photorestore.core.progress import Progress


def heard():
    shares = []
    return shares, Progress(lambda share, text: shares.append((round(share, 6), text)))


def test_split_spans_follow_each_other_in_proportion_to_their_costs():
    shares, progress = heard()

    for span in progress.split([1, 3], ["first", "second"]):
        span.report(0)
        span.report(1)

    assert shares == [(0, "first"), (0.25, "first"), (0.25, "second"), (1, "second")]


def test_spans_of_spans_stay_inside():
    shares, progress = heard()

    progress.split([1, 1])[1].split([1, 1])[0].report(0.5)

    assert shares == [(0.625, "")]


def test_costs_of_nothing_divide_nothing():
    assert [span.length for span in Progress().split([0, 0])] == [0, 0]


def test_report_stops_unwanted_work():
    progress = Progress(is_cancelled=lambda: True)

    with pytest.raises(Cancelled):
        progress.split([1])[0].report(0.1)


def test_shares_never_leave_their_span():
    shares, progress = heard()

    progress.report(7)
    progress.report(-1)

    assert shares == [(1, ""), (0, "")]
