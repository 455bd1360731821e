"""What people think of the answers: kept on this machine, for those who make the answers better."""

from assistant.feedback.keeping import Feedback

__all__ = ["Feedback"]
