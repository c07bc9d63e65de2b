"""Settings for publishing: those of ``pelicanconf.py``, and the site's own address.

``SITEURL`` may be in the environment, so that a fork needs no edit; without one the site works just as well,
but for the page that a host shows at addresses that do not exist.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403 settings are a namespace

SITEURL = os.environ.get("INTERTITLE_SITEURL") or SITEURL  # noqa: F405
