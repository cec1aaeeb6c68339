"""Settings of all tests: properties have no deadline (the first parse loads the model), and draw the same cases on every CI run."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("variorum", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("variorum"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "variorum")
