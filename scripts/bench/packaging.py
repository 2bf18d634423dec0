"""What installing the package costs: size of the wheel, and direct dependencies."""

from __future__ import annotations

import sys
import zipfile

import harness


def run(settings: harness.Settings) -> list[harness.Row]:
    """Build the wheel and look into it."""
    folder = settings.scratch / "wheel"
    harness.timed_process(
        [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder, harness.PACKAGE]
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
        files = len(archive.infolist())
        (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        lines = archive.read(metadata).decode().splitlines()
    needed = [line.partition(": ")[2] for line in lines if line.startswith("Requires-Dist:") and "extra ==" not in line]
    size = wheel.stat().st_size / 1000
    return [
        harness.Row(
            "wheel", f"{files} files, {unpacked / 1000:,.0f} KB unpacked", "", f"{size:.0f} KB", "< 250 KB", size < 250
        ),
        harness.Row("direct dependencies", ", ".join(needed), "", str(len(needed)), "2", len(needed) == 2),
    ]
