"""Relations between two articles: what was taken over counts, sentence by sentence; quotations, furniture and spelling do not."""

from __future__ import annotations

import itertools

import pytest

import variorum
from variorum.compare.accounts.relations import VOICE, Overlap
from variorum.compare.accounts.shared_sentences import source_of
from variorum.records.dossier import Relation

FERRY = [
    "A ferry with 140 passengers on board ran aground outside the harbour of Lindvik early on Thursday, and everybody was brought ashore by noon.",
    "The coast guard said that the vessel had left the marked channel in thick fog shortly after four in the morning.",
    "Fishing boats from the village of Stenness reached the ferry first and took off the children and the old.",
    '"We could hear them singing long before we could see the ship," said Ingrid Falk, who owns one of the boats.',
    "Two sailors were treated for cuts, and a woman of 78 was kept in hospital overnight for observation.",
    "The owner of the ferry, Northern Lines, put off all departures from Lindvik until divers have looked at the hull.",
    "An inquiry will ask why the radar warning was switched off, the transport ministry announced in the afternoon.",
    "Three years ago another ship of the company struck the same rock, which is not shown on older charts.",
]
"""Eight sentences of a report, each a paragraph."""

OWN = [
    "Passengers slept through the moment when their night boat hit the rock, and woke to a floor that leaned.",
    "For six hours they waited in life jackets while tea was handed round in the dining room.",
    "Nobody panicked, several of them told this newspaper on the quay, because the crew kept talking to them.",
    "The harbour master has asked for a light on the rock since the winter before last.",
    "His letters to the capital were answered politely, he says, and nothing was built.",
    "The boat itself lies on its side and will hardly sail again this summer.",
]
"""A report of the same event in words of its own."""

SPEECH = (
    '"I have carried this office for eleven years with all the strength that I had, and tonight that strength is at its end. '
    "I ask those who trusted me to forgive what was left undone. "
    'I shall hand over the keys of the town hall on Monday morning and walk home across the bridge like any other citizen," the mayor said.'
)


def kind(a: str | list[str], b: str | list[str]) -> str:
    return related(a, b).kind


def related(a: str | list[str], b: str | list[str], **facts: str) -> Relation:
    """The relation of two texts; `facts` are given as a_outlet, b_published."""
    texts = {"a": a, "b": b}
    articles = [
        variorum.Article(
            text if isinstance(text, str) else "\n\n".join(text),
            id=name,
            **{key.removeprefix(f"{name}_"): value for key, value in facts.items() if key.startswith(f"{name}_")},  # type: ignore[arg-type]
        )
        for name, text in texts.items()
    ]
    there, back = variorum.relation(articles[0], articles[1]), variorum.relation(articles[1], articles[0])
    assert there == back, "the order of the two must change nothing"
    return there


# --- one voice ------------------------------------------------------------------------------------------------------------------------


def test_the_same_text_is_a_copy() -> None:
    assert related(FERRY, FERRY).evidence == ("word for word the same text",)


def test_a_day_and_a_preposition_more_leave_a_copy() -> None:
    assert kind(FERRY, [line.replace("early on Thursday", "early Thursday") for line in FERRY]) == "copy"


def test_headline_byline_and_caption_leave_a_copy() -> None:
    """They are put round a text by whoever prints it."""
    printed = ["Ferry runs aground in fog", "By Our Correspondent", *FERRY[:3], "The ferry on the rock. Photo: Nils Holm/Lindvik Post", *FERRY[3:]]
    assert kind(FERRY, printed) == "copy"


def test_a_newsletter_prompt_in_the_middle_leaves_a_copy() -> None:
    prompt = "Sign up to our newsletter to get the latest news from the coast in your inbox every morning."
    assert kind(FERRY, [*FERRY[:4], prompt, *FERRY[4:]]) == "copy"


@pytest.mark.parametrize(
    "line",
    [
        "Interested in the sea? Add Shipping to your interests and our app will bring you the latest videos.",
        "Editor's note: an earlier version of this article misstated the length of the ferry.",
        "(Reporting by Ida Holm and Jo Berg; Editing by Kim Lund)",
        "Click here to see the ferry on the rock from the air in our slideshow.",
    ],
)
def test_a_line_of_the_site_or_the_desk_leaves_a_copy(line: str) -> None:
    assert kind(FERRY, [*FERRY[:3], line, *FERRY[3:]]) == "copy"


@pytest.mark.parametrize(
    "dateline", ["LINDVIK (AP) - ", "LINDVIK/OLDPORT, May 2 (Reuters) -- ", "(Reuters) - ", "LINDVIK: ", "Lindvik, Norland (AFP) \N{EM DASH} "]
)
def test_a_dateline_leaves_a_copy(dateline: str) -> None:
    assert related(FERRY, [dateline + FERRY[0], *FERRY[1:]]).evidence[0] == "word for word the same text"


def test_a_possessive_that_stands_apart_leaves_a_copy() -> None:
    """Some sites print "the ferry 's owner"."""
    lines = ["The ferry's owner met the mayor's deputy in the harbour master's office, and the divers' boat lay at the quay.", *FERRY]
    assert related(lines, [line.replace("'s ", " 's ") for line in lines]).evidence[0] == "word for word the same text"


def test_american_spelling_leaves_a_copy() -> None:
    """The spelling of an edition is no change of the text."""
    british = [
        "The harbour programme was criticised by the defence minister, who favoured a centre for jewellery and tyre makers in the grey towers.",
        "Neighbours organised a colourful parade in honour of the labourers who had travelled to the theatre.",
        "The catalogue of offences was analysed by a licence board, which practised caution and recognised errors of judgement.",
    ]
    american = [
        "The harbor program was criticized by the defense minister, who favored a center for jewelry and tire makers in the gray towers.",
        "Neighbors organized a colorful parade in honor of the laborers who had traveled to the theater.",
        "The catalog of offenses was analyzed by a license board, which practiced caution and recognized errors of judgment.",
    ]
    assert kind(british, american) == "copy"


def test_sentences_that_a_crawler_glued_together_leave_a_copy() -> None:
    """A page whose paragraphs were joined without a space has the same sentences."""
    assert kind(FERRY, "".join(FERRY)) == "copy"


def test_numbers_in_words_are_the_same_numbers() -> None:
    assert kind(FERRY, [line.replace("Two sailors", "2 sailors").replace("Three years", "3 years") for line in FERRY]) == "copy"


def test_the_first_paragraphs_alone_are_truncated() -> None:
    found = related(FERRY, FERRY[:4])
    assert found.kind == "truncated"
    assert found.evidence[0] == "every sentence of the shorter text stands in the longer one, which has 4 more"


def test_paragraphs_from_the_middle_left_out_are_truncated() -> None:
    assert kind(FERRY, FERRY[:2] + FERRY[4:6]) == "truncated"


def test_an_edited_text_with_a_lead_of_its_own_is_a_rewrite() -> None:
    edited = [
        OWN[5],
        FERRY[1].replace("shortly after four in the morning", "at about 4:10am"),
        FERRY[2].replace("Fishing boats", "Boats"),
        FERRY[3],
        FERRY[4].replace("Two sailors were treated", "Two crew were treated"),
        FERRY[5],
    ]
    found = related(FERRY, edited)
    assert found.kind == "rewrite"
    assert "5 of the 6 sentences" in found.evidence[0]


def test_the_same_paragraphs_in_another_order_are_one_voice() -> None:
    assert kind(FERRY, [*FERRY[4:], *FERRY[:4]]) in VOICE


def test_two_edits_of_one_release_are_one_voice() -> None:
    """Neither is the other's origin; both keep most of the release's sentences."""
    one = [FERRY[0], *FERRY[1:6]]
    two = [OWN[0], *FERRY[1:6], FERRY[7]]
    assert kind(one, two) == "rewrite"


# --- two voices -----------------------------------------------------------------------------------------------------------------------


def test_one_background_sentence_is_partial() -> None:
    found = related(FERRY, [*OWN, FERRY[7]])
    assert found.kind == "partial"
    assert "Three years ago another ship of the company" in found.evidence[0]
    assert found.evidence[0].startswith("1 of the 7 sentences")


def test_a_third_of_the_paragraphs_is_partial() -> None:
    assert kind([*FERRY, *OWN[:2]], [*OWN, *FERRY[5:7]]) in {"partial", "rewrite"}
    assert kind(FERRY, [*OWN, *FERRY[5:8]]) == "partial"


def test_a_shared_speech_is_no_derivation() -> None:
    """Two reporters heard it; it may be most of either text."""
    one = ["The mayor of Lindvik stepped down on Sunday, to the surprise of her own party.", SPEECH, "The council meets on Tuesday."]
    two = ["After eleven years the town is losing its mayor.", SPEECH, "Her deputy, a baker, takes over for the summer."]
    found = related(one, two)
    assert found.kind == "quotes"
    assert "I have carried this office for eleven years" in found.evidence[0]


def test_a_ruling_excerpted_in_quotation_marks_is_no_derivation() -> None:
    """The judgment itself has no quotation marks; that the report has them is enough."""
    ruling = [*FERRY[4:], "The company was at fault in law and in fact, and its defence that charts are a matter for the state must fail."]
    report = [
        "The court of Lindvik gave its judgment on Friday, in these words.",
        *(f"“{line}”" for line in ruling),
        "Lawyers for both sides left the building without a word to the waiting press.",
    ]
    assert kind(ruling, report) == "quotes"


def test_a_post_quoted_by_both_is_no_derivation() -> None:
    post = "“We were told by the store that something unfit was shown to our readers and both papers were taken off the shelf,”"
    one = [
        "The kiosk chain has stopped selling two weeklies.",
        f"{post} the publisher wrote.",
        "Sales had risen all year, against the trend of the trade.",
    ]
    two = [
        "Two weekly papers have gone from kiosks in the north since Monday.",
        f"{post} their publisher said in a post.",
        "The chain gave no comment to our reporter.",
    ]
    assert kind(one, two) == "quotes"


def test_a_statement_pasted_without_quotation_marks_is_no_derivation() -> None:
    """A line that ends with a colon announces it."""
    statement = " ".join(FERRY[1:6]).replace('"', "")
    one = ["Northern Lines has broken its silence.", "The company said in a statement:", statement, "Its shares fell by a tenth.", *OWN[:1]]
    two = ["A day late, the owner of the ferry spoke.", "Read the full statement below:", statement]
    assert kind(one, two) not in VOICE | {"partial"}


def test_a_name_in_quotation_marks_is_no_shared_quotation() -> None:
    one = [*OWN, "They spoke of “the Northern Isles Harbour Safety Commission” with respect."]
    two = ["The rain will last.", *FERRY[:3], "Members of “the Northern Isles Harbour Safety Commission” came by train."]
    assert kind(one, two) == "independent"


def test_two_reports_of_one_event_are_independent() -> None:
    """Names, figures and the rock coincide."""
    assert related(FERRY, OWN) == Relation("independent", ("no sentence of one stands in the other",))


def test_a_formula_of_sport_is_no_copied_sentence() -> None:
    one = [
        "Lindvik won 3-1 at home to go second in the table on goal difference.",
        "Berg scored twice, the second from the penalty spot after 71 minutes, and was carried off by his team-mates at the end of it all.",
        "Their coach praised the young defenders and complained about the state of the pitch.",
    ]
    two = [
        "Stenness lost 3-1 at Lindvik, who go second in the table on goal difference.",
        "Berg opened the scoring, and made it three from the penalty spot after 71 minutes when a tired back line gave him far too much room.",
        "It was a long bus ride home over the hills, in the rain, for sixty supporters.",
    ]
    assert kind(one, two) not in VOICE | {"partial"}


def test_furniture_in_common_makes_no_relation() -> None:
    """Two texts of one site end with the same lines."""
    ending = ["Sign up to our newsletter for the best of the coast in your inbox every morning.", "Copyright 2024 Lindvik Post. All rights reserved."]
    assert kind([*FERRY, *ending], [*OWN, *ending]) == "independent"


def test_a_sentence_alone_is_too_short_to_tell() -> None:
    """Any two reporters may write it."""
    assert (
        kind(
            "Norland will buy gas for $3 billion from Sudland, the minister said.",
            "Norland will buy oil for $9 billion from Sudland, the minister said.",
        )
        not in VOICE
    )


# --- which came first -----------------------------------------------------------------------------------------------------------------


def test_the_origin_is_the_page_of_the_agency_that_the_other_credits() -> None:
    """Even if its stored date is later."""
    printed = ["LINDVIK (Reuters) - " + FERRY[0], *FERRY[1:]]
    found = related(FERRY, printed, a_outlet="reuters.com", a_published="2024-05-03", b_outlet="Lindvik Post", b_published="2024-05-02")
    assert found.origin == "a"
    assert "Lindvik Post credits Reuters" in found.evidence[-1]


def test_the_origin_is_the_earlier_text() -> None:
    found = related(FERRY, FERRY, a_published="2024-05-02T18:30:00", b_published="2024-05-02T09:10:00")
    assert found.origin == "b"


def test_of_one_day_the_fuller_text_is_the_origin_of_a_shortened_one() -> None:
    assert related(FERRY[:4], FERRY, a_published="2024-05-02", b_published="2024-05-02").origin == "b"


def test_the_origin_is_unknown_where_nothing_tells() -> None:
    assert related(FERRY, FERRY).origin is None
    assert related(FERRY, FERRY, a_published="2024-05-02", b_published="2024-05-02").origin is None


def test_the_changes_are_those_of_the_later_text() -> None:
    changed = [line.replace("140", "170") for line in FERRY]
    found = related(changed, FERRY, a_published="2024-05-03", b_published="2024-05-02")
    assert [(change.article, change.was, change.now, change.kind) for change in found.changes] == [("a", "140", "170", "number")]


# --- any string -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "word " * 4_000,
        '"' * 20_000 + " a",
        "." * 20_000 + "a b",
        "The mayor said so. " * 1_500,
        "\N{FISH} sea " * 4_000,
        "\0 a " * 4_000,
        "A." * 9_000,
    ],
)
def test_any_string_is_compared(text: str) -> None:
    """Article text is hostile input: no crash, and time that grows with its length."""
    assert kind(text, text + " and more") in {"copy", "independent", "quotes", "truncated"}
    assert kind(text, FERRY) == "independent"


def test_shares_are_shares() -> None:
    for a, b in itertools.combinations([FERRY, OWN, FERRY[:3], [SPEECH], [*OWN, *FERRY]], 2):
        overlap = Overlap.of(*(source_of(variorum.Article("\n\n".join(lines), id=name)) for lines, name in ((a, "a"), (b, "b"))))
        assert 0 <= overlap.share <= 1
        assert 0 <= overlap.own_share <= 1
