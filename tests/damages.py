"""What tests and the benchmark of Markdown strew over a text: each what cleaning mends or keeps."""

DAMAGES = (
    "  ",
    "\u200b",
    "\u00ad",
    "Ã©",
    "â€™",
    "&rsquo;",
    "&nbsp;",
    "\u00a0",
    "“",
    '"',
    " \n",
    "\x07",
)
