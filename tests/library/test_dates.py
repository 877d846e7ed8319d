from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photorestore.library.date_languages import ENGLISH
from photorestore.library.dates import parse_date, phrase_of


def day(text):
    return None if text is None else date.fromisoformat(text)


UNDERSTOOD = [
    ("1952", "1952-01-01", "1952-12-31"),
    ("c. 1952", "1950-01-01", "1954-12-31"),
    ("c1952", "1950-01-01", "1954-12-31"),
    ("ca. 1952", "1950-01-01", "1954-12-31"),
    ("Circa 1952", "1950-01-01", "1954-12-31"),
    ("about 1930", "1928-01-01", "1932-12-31"),
    ("~1930", "1928-01-01", "1932-12-31"),
    ("1930?", "1928-01-01", "1932-12-31"),
    ("[1930?]", "1928-01-01", "1932-12-31"),
    ("about the 1930s", "1928-01-01", "1941-12-31"),
    ("about June 1930", "1930-05-17", "1930-07-15"),
    ("summer 1961", "1961-06-01", "1961-08-31"),
    ("Summer of 1961", "1961-06-01", "1961-08-31"),
    ("winter 1947", "1946-12-01", "1947-02-28"),
    ("1950s", "1950-01-01", "1959-12-31"),
    ("the 1950's", "1950-01-01", "1959-12-31"),
    ("1900s", "1900-01-01", "1999-12-31"),
    ("early 1950s", "1950-01-01", "1953-12-31"),
    ("mid-1950s", "1953-01-01", "1956-12-31"),
    ("late 1950s", "1956-01-01", "1959-12-31"),
    ("late 1944", "1944-09-01", "1944-12-31"),
    ("12 May 1948", "1948-05-12", "1948-05-12"),
    ("12th of May, 1948", "1948-05-12", "1948-05-12"),
    ("May 12, 1948", "1948-05-12", "1948-05-12"),
    ("Sept. 1939", "1939-09-01", "1939-09-30"),
    ("February 1944", "1944-02-01", "1944-02-29"),
    ("1943-07", "1943-07-01", "1943-07-31"),
    ("1943-07-09", "1943-07-09", "1943-07-09"),
    ("9.7.1943", "1943-07-09", "1943-07-09"),
    ("07/1943", "1943-07-01", "1943-07-31"),
    ("13/4/1952", "1952-04-13", "1952-04-13"),
    ("3/4/1952", "1952-03-04", "1952-04-03"),
    ("Christmas 1938", "1938-12-25", "1938-12-25"),
    ("before 1920", None, "1919-12-31"),
    ("after 1945", "1946-01-01", None),
    ("between 1935 and 1938", "1935-01-01", "1938-12-31"),
    ("from 1935 to 1938", "1935-01-01", "1938-12-31"),
    ("1935–1938", "1935-01-01", "1938-12-31"),
    ("1935-38", "1935-01-01", "1938-12-31"),
    ("1914/15", "1914-01-01", "1915-12-31"),
    ("1935 or 1936", "1935-01-01", "1936-12-31"),
    ("June to August 1950", "1950-06-01", "1950-08-31"),
    ("c. 1930 - 1935", "1928-01-01", "1935-12-31"),
]


IN_GERMAN = [
    ("um 1952", "1950-01-01", "1954-12-31"),
    ("ca. 1952", "1950-01-01", "1954-12-31"),
    ("etwa Juni 1930", "1930-05-17", "1930-07-15"),
    ("Sommer 1961", "1961-06-01", "1961-08-31"),
    ("im Frühjahr 1961", "1961-03-01", "1961-05-31"),
    ("Winter 1947", "1946-12-01", "1947-02-28"),
    ("1950er", "1950-01-01", "1959-12-31"),
    ("die 1950er Jahre", "1950-01-01", "1959-12-31"),
    ("um die 1930er", "1928-01-01", "1941-12-31"),
    ("Anfang der 1950er", "1950-01-01", "1953-12-31"),
    ("Ende der 1950er Jahre", "1956-01-01", "1959-12-31"),
    ("Ende 1944", "1944-09-01", "1944-12-31"),
    ("12. Mai 1948", "1948-05-12", "1948-05-12"),
    ("am 12. März 1948", "1948-03-12", "1948-03-12"),
    ("Sept. 1939", "1939-09-01", "1939-09-30"),
    ("Jänner 1944", "1944-01-01", "1944-01-31"),
    ("Weihnachten 1938", "1938-12-25", "1938-12-25"),
    ("vor 1920", None, "1919-12-31"),
    ("nach 1945", "1946-01-01", None),
    ("seit Mai 1945", "1945-06-01", None),
    ("zwischen 1935 und 1938", "1935-01-01", "1938-12-31"),
    ("von 1935 bis 1938", "1935-01-01", "1938-12-31"),
    ("1935 oder 1936", "1935-01-01", "1936-12-31"),
    ("Juni bis August 1950", "1950-06-01", "1950-08-31"),
    ("bis 1938", None, "1937-12-31"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), [*UNDERSTOOD, *IN_GERMAN])
def test_what_people_write_becomes_the_days_it_can_mean(text, earliest, latest):
    found = parse_date(text)

    assert (found.earliest, found.latest) == (day(earliest), day(latest))
    assert found.text == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "grandma's wedding",
        "31 June 1950",
        "1943-13",
        "99/99/1950",
        "12",
        "may",
        "1938 to 1935",
        "0000",
        "9999",
        "before",
    ],
)
def test_what_is_not_understood_is_kept_as_text(text):
    found = parse_date(f" {text} ")

    assert (found.text, found.earliest, found.latest) == (text, None, None)


def test_german_is_not_taken_for_english():
    both = [text for text, _, _ in IN_GERMAN if phrase_of(text, "en") is not None]

    assert both == ["ca. 1952", "Winter 1947", "Sept. 1939"]  # words of both languages


def test_the_same_date_is_the_same_phrase_in_both_languages():
    for english, german in (("c. 1952", "um 1952"), ("late 1950s", "Ende der 1950er"), ("before 1920", "vor 1920")):
        here, there = phrase_of(english), phrase_of(german)

        assert (here.relation, here.moment.kind, here.limits) == (there.relation, there.moment.kind, there.limits)


@given(st.text(max_size=60))
def test_no_text_breaks_it(text):
    found = parse_date(text)

    assert found.text == text.strip()
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest


@given(st.dates(date(1826, 1, 1), date(2100, 12, 31)))
def test_every_day_written_out_comes_back(wanted):
    written = f"{wanted.day} {ENGLISH.months[wanted.month - 1][0].title()} {wanted.year}"

    assert parse_date(written).earliest == parse_date(wanted.isoformat()).latest == wanted
