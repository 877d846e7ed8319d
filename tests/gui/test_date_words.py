"""Dates are shown in the window's language, and what is shown can be read again."""

import pytest
from gui.restored_library import add_photos
from library.test_dates import IN_GERMAN, UNDERSTOOD

from photorestore.gui.date_words import shown_date
from photorestore.gui.library_words import LibraryWords
from photorestore.gui.settings import LANGUAGE, Settings
from photorestore.gui.translation import Translation
from photorestore.library.dates import PhotoDate, parse_date
from photorestore.library.photos import photo_by_id, set_date


@pytest.fixture
def speak(qapp, tmp_path):
    """Switches the window's language."""
    settings = Settings(tmp_path / "settings.json")
    translation = Translation(settings)

    def switch(language):
        settings.set(LANGUAGE, language)
        translation.apply()

    yield switch
    switch("en")
    translation.remove()


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("c. 1952", "um 1952"),
        ("about June 1930", "um Juni 1930"),
        ("1950s", "1950er"),
        ("about the 1930s", "um 1930er"),
        ("early 1950s", "Anfang der 1950er"),
        ("mid-1950s", "Mitte der 1950er"),
        ("late 1944", "Ende 1944"),
        ("summer 1961", "Sommer 1961"),
        ("before winter 1947", "vor Winter 1947"),
        ("12 May 1948", "12. Mai 1948"),
        ("February 1944", "Februar 1944"),
        ("before 1920", "vor 1920"),
        ("after 1945", "nach 1945"),
        ("since 9.7.1943", "nach 9.7.1943"),
        ("between 1935 and 1938", "zwischen 1935 und 1938"),
        ("Christmas 1938", "Weihnachten 1938"),
        ("New Year's Day 1950", "Neujahr 1950"),
        ("1952", "1952"),
        ("1943-07-09", "1943-07-09"),
        ("grandma's wedding", "grandma's wedding"),
        ("", ""),
    ],
)
def test_an_english_date_is_german_in_a_german_window(speak, english, german):
    speak("de")

    assert shown_date(parse_date(english)) == german


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("um 1952", "c. 1952"),
        ("Anfang der 1950er Jahre", "early 1950s"),
        ("12. Mai 1948", "12 May 1948"),
        ("zwischen 1935 und 1938", "between 1935 and 1938"),
        ("Heiligabend 1938", "Christmas Eve 1938"),
    ],
)
def test_a_german_date_is_english_in_an_english_window(speak, german, english):
    speak("en")

    assert shown_date(parse_date(german)) == english


def test_what_was_written_in_the_windows_language_stays_as_it_was_written(speak):
    speak("de")
    assert shown_date(parse_date("ca. 1952")) == "ca. 1952"
    speak("en")
    assert shown_date(parse_date("Circa 1952")) == "Circa 1952"


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_is_shown_means_the_same_days(speak, language):
    speak(language)
    for text, _, _ in (*UNDERSTOOD, *IN_GERMAN):
        date = parse_date(text)
        again = parse_date(shown_date(date))

        assert (again.earliest, again.latest) == (date.earliest, date.latest), (text, again.text)


def test_the_library_shows_and_reads_dates_in_german(program, qtbot, tmp_path):
    (photo_id,) = add_photos(program.library, tmp_path / "scans", 1)
    set_date(program.library, [photo_id], "c. 1952")
    program.settings.set(LANGUAGE, "de")
    qtbot.wait(1)  # the window is made anew
    state = program.photographs.state
    state.refresh()
    qtbot.waitUntil(lambda: list(state.ids) == [photo_id])
    state.choose([photo_id])
    details = program.window.find_page("library").details
    qtbot.waitUntil(lambda: details.date.text() == "um 1952")

    details.date.setText("Sommer 1961")
    details.date.setModified(True)
    details.take_all()

    kept, meant = photo_by_id(program.library, photo_id).date, parse_date("summer 1961")
    assert kept == PhotoDate("Sommer 1961", meant.earliest, meant.latest)
    program.settings.set(LANGUAGE, "en")
    qtbot.wait(1)


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_days_a_date_can_mean_say_their_century(speak, language):
    speak(language)

    assert LibraryWords().understood(parse_date("1852")).count("1852") == 2
