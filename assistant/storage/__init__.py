"""What is kept on disk is whole or not there: folders are swapped in, changes of a file committed."""

from assistant.storage.database import opened_database, stamp
from assistant.storage.files import write_whole
from assistant.storage.folders import swap_in

__all__ = ["opened_database", "stamp", "swap_in", "write_whole"]
