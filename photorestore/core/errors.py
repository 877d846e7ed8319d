"""The two kinds of trouble: `UserError` is said to the user, every other exception is a bug that belongs in the log."""


class UserError(Exception):
    """Something the user can understand and act on. Its text is one sentence or two: what, why, what to do."""


class Cancelled(Exception):  # noqa: N818 - an answer, not an error
    """The user stopped the work. An answer, not a failure."""
