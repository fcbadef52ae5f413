"""Words of texts, and which of two editions' words are the same."""

import difflib
import re
import unicodedata

NOT_THERE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def words_of(text):
    """In lower case, without punctuation; apostrophes alike."""
    text = NOT_THERE.sub("", unicodedata.normalize("NFKC", text))
    return WORD.findall(re.sub("[\u2018\u2019\u02bc]", "'", text).lower())


def spoken_words(script):
    """The words of a script that are read, and who says each."""
    words, speakers = [], []
    for chapter in script["chapters"]:
        for segment in chapter["segments"]:
            if not segment.get("skip"):
                said = words_of(segment["text"])
                words += said
                speakers += [segment["speaker"]] * len(said)
    return words, speakers


def align(ours, theirs):
    """For each word of ours the place of the same one of theirs, or None."""
    places = [None] * len(ours)
    for a, b, size in difflib.SequenceMatcher(None, ours, theirs).get_matching_blocks():
        places[a:a + size] = range(b, b + size)
    return places
