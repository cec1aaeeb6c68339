"""Near-copies: copies, cut copies and edits are found among many texts; texts that share quotations, forms or a digest are not."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.compare.accounts.near_copies.copy_groups import CopyPair, group_pairs
from variorum.compare.accounts.near_copies.copy_index import CopyIndex, find_copies
from variorum.compare.accounts.near_copies.fingerprints import HASH_BITS, fingerprints
from variorum.errors import ArticleError
from variorum.records.article import Article, Boilerplate

FERRY = (
    "The ferry between Sandholm and the mainland will stop running in November, the county council decided on Tuesday.",
    "Passenger numbers have fallen by a third since the bridge at Kaldvik was opened two years ago.",
    "The council will pay for a bus that leaves the old quay every hour from six in the morning.",
    "“We held on to the boat for as long as there was money for it,” said the mayor, Astrid Lunde.",
    "Shopkeepers on the island fear that visitors will stay away and have gathered nine hundred signatures.",
    "A spokeswoman for the shipping line said that its twelve sailors had been offered work on other routes.",
    "The last crossing is planned for the evening of the thirtieth, with a brass band on the upper deck.",
    "Whether the vessel will be sold or kept as a museum is to be settled in spring.",
)
MARKET = (
    "A fire destroyed the covered market of Bellmond early on Sunday, and nobody was hurt.",
    "Firefighters needed five hours to bring the flames under control, helped by rain that set in at dawn.",
    "The police believe that a refrigerator in one of the fish stalls caught fire after a power cut.",
    "Traders who lost everything will get a first payment from the city by the end of the week.",
    "The hall was built in wrought iron more than a century ago and is a listed monument.",
    "An architect who restored its roof said that half of the structure could still be saved.",
    "Until then the stalls will stand on the square in front of the railway station.",
    "The mayor called on citizens not to come and look while the walls might still fall.",
)
SUBJECTS = (
    "the council",
    "a judge",
    "the union",
    "farmers",
    "the bank",
    "two ministers",
    "the museum",
    "an engineer",
    "residents",
    "the hospital",
    "a court",
    "the airline",
)
VERBS = ("rejected", "approved", "delayed", "praised", "examined", "published", "sold", "repaired", "closed", "announced", "forgot", "measured")
OBJECTS = (
    "a plan",
    "the budget",
    "its report",
    "three bridges",
    "the old mill",
    "a new tariff",
    "the harvest",
    "some letters",
    "the contract",
    "a statue",
)
REASONS = (
    "after heavy rain",
    "without a vote",
    "for the second time",
    "despite warnings",
    "in the capital",
    "before the summer",
    "by a narrow margin",
    "on paper",
)


def sentence(chance: random.Random) -> str:
    return " ".join(chance.choice(words) for words in (SUBJECTS, VERBS, OBJECTS, REASONS)).capitalize() + f", {chance.randrange(10**6)} people say."


def invented(seed: int, sentences: int = 20) -> list[str]:
    """The sentences of a text that nobody wrote; another seed gives another text."""
    chance = random.Random(seed)
    return [sentence(chance) for _ in range(sentences)]


def pair_of(one: Sequence[str] | str, two: Sequence[str] | str) -> CopyPair | None:
    """The pair of two texts, given whole or by sentences, if one copies the other."""
    texts = [text if isinstance(text, str) else " ".join(text) for text in (one, two)]
    index = CopyIndex()
    assert index.add("one", texts[0]) == ()
    found = index.add("two", texts[1])
    assert found == index.pairs()
    return found[0] if found else None


def kind_of(one: Sequence[str] | str, two: Sequence[str] | str) -> str | None:
    pair = pair_of(one, two)
    return pair.kind if pair else None


def test_a_text_is_a_copy_of_itself() -> None:
    assert pair_of(FERRY, FERRY) == CopyPair("one", "two", "copy", 1.0, 1.0)


def test_two_reports_of_different_events_are_not_copies() -> None:
    assert pair_of(FERRY, MARKET) is None


def test_a_copy_with_other_quote_marks_case_and_hidden_characters_is_a_copy() -> None:
    disguised = " ".join(FERRY).replace("“", '"').replace("”", '"').replace("council", "coun\u00adcil").replace("bridge", "bri\u200bdge").upper()
    assert kind_of(FERRY, disguised) == "copy"


def test_accents_may_be_written_as_one_character_or_as_two() -> None:
    text = "Le café près de la mairie fermera en août, a décidé le préfet après des mois de débats animés."
    decomposed = text.replace("é", "e\u0301").replace("è", "e\u0300").replace("û", "u\u0302")
    assert kind_of(text, decomposed) == "copy"


def test_a_text_cut_short_is_found_by_what_is_left() -> None:
    pair = pair_of(FERRY, FERRY[:4])
    assert pair
    assert (pair.shorter, pair.longer, pair.kind, pair.containment) == ("two", "one", "truncated", 1.0)
    assert pair.resemblance == pytest.approx(0.5, abs=0.05)


def test_a_teaser_of_the_first_sentences_is_truncated() -> None:
    assert kind_of(FERRY, FERRY[:2]) == "truncated"


def test_a_copy_without_its_beginning_is_truncated_too() -> None:
    assert kind_of(FERRY, FERRY[2:]) == "truncated"


def test_a_text_with_sentences_dropped_and_added_is_a_rewrite() -> None:
    edited = [*FERRY[:2], MARKET[3], *FERRY[3:5], FERRY[7]]
    pair = pair_of(FERRY, edited)
    assert pair
    assert pair.kind == "rewrite"
    assert "of the shorter text's three-word runs stand in the longer one" in pair.reason


def test_every_tenth_word_exchanged_leaves_a_rewrite() -> None:
    words = " ".join(FERRY).split()
    assert kind_of(FERRY, " ".join("changed" if at % 10 == 4 else word for at, word in enumerate(words))) == "rewrite"


def test_a_text_inside_a_digest_is_an_excerpt_and_makes_no_group() -> None:
    digest = [*invented(1), *MARKET, *invented(2)]
    assert kind_of(digest, MARKET) == "excerpt"
    assert find_copies([("digest", " ".join(digest)), ("market", " ".join(MARKET))]) == ()


def test_a_few_sentences_strewn_over_a_long_text_do_not_make_it_a_copy() -> None:
    story = invented(7, 80)
    assert kind_of(story, [*story[3::16], "So much for what was said that week in the county, and nothing of it was new to us."]) == "excerpt"


def test_two_reports_that_share_a_quotation_are_not_copies() -> None:
    speech = "“We held on to the boat for as long as there was money for it, and not one day longer than that,” the mayor said."
    assert pair_of([*invented(3, 8), speech], [*invented(4, 8), speech]) is None


def auction(numbers: Sequence[int]) -> str:
    """A weekly report of one form, with its numbers."""
    a, b, c, d, e, f, g, h = numbers
    return (
        f"The treasury sold bills for {a} million at its weekly auction, at an average rate of {b} per thousand. The rate compares with {c} at the "
        f"auction of the week before. Bids came to {d} million, of which {e} million were without a price. The rate was the lowest since that of "
        f"{f} per thousand in spring. The next auction is on the {g}th, when bills for {h} million will be offered to banks and savers."
    )


def test_a_form_filled_in_with_other_numbers_is_not_a_copy() -> None:
    assert pair_of(auction([700, 51, 48, 2100, 300, 44, 14, 650]), auction([720, 55, 51, 1900, 270, 43, 21, 610])) is None


def test_a_copy_in_which_one_number_changed_is_a_copy_still() -> None:
    assert kind_of(auction([700, 51, 48, 2100, 300, 44, 14, 650]), auction([700, 51, 48, 2100, 800, 44, 14, 650])) in {"copy", "rewrite"}


def test_text_written_without_spaces_is_compared_by_letters() -> None:
    text = "市议会周二决定从十一月起停止桑德霍尔姆与大陆之间的渡轮服务因为自从两年前大桥开通以来乘客人数已经下降了三分之一"
    assert kind_of(text, text[:12] + "县" + text[13:]) in {"copy", "rewrite"}
    assert pair_of(text, "星期日清晨一场大火烧毁了贝尔蒙德的室内市场警方认为鱼摊的冰箱在停电后起火消防员花了五个小时才控制住火势") is None


def test_a_chain_of_texts_does_not_make_one_group() -> None:
    story = invented(5, 60)
    links = {f"{at:02}": " ".join(story[at : at + 20]) for at in range(0, 41, 8)}
    groups = find_copies(links.items())
    assert groups
    assert all(len(group.ids) <= 3 for group in groups)
    for group in groups:
        assert all(group.centre in (pair.shorter, pair.longer) for pair in group.pairs)


def test_a_text_between_two_groups_joins_the_nearer() -> None:
    near, far = CopyPair("b", "m", "rewrite", 0.9, 0.6), CopyPair("d", "m", "rewrite", 0.6, 0.5)
    copies = [CopyPair(one, two, "copy", 1.0, 1.0) for one, two in (("a", "b"), ("b", "c"), ("d", "e"), ("d", "f"))]
    groups = group_pairs([near, far, *copies])
    assert [group.ids for group in groups] == [("a", "b", "c", "m"), ("d", "e", "f")]


def test_a_text_printed_everywhere_is_one_group_in_little_time() -> None:
    wire = invented(6, 24)
    texts = {f"{at:03}": " ".join([*wire[: at % 6 + 12], sentence(random.Random(at))]) for at in range(300)}
    index = CopyIndex()
    index.add_all(texts.items())
    (group,) = index.groups()
    assert len(group.ids) == 300
    assert len(index.pairs()) < 300 * 40


def test_articles_are_compared_without_their_clutter() -> None:
    clutter = "Sign up to our newsletter. Read more: ten beaches to see this summer. Follow us on every platform there is. " * 3
    one, two = clutter + " ".join(FERRY), clutter + " ".join(MARKET)
    marked = [Article(text, id=name, boilerplate=(Boilerplate(0, len(clutter)),)) for name, text in (("one", one), ("two", two))]
    assert find_copies(marked) == ()
    assert find_copies([*marked, ("three", " ".join(FERRY))])[0].ids == ("one", "three")


def test_what_is_entered_twice_counts_once_and_an_id_has_one_text() -> None:
    index = CopyIndex()
    index.add("ferry", " ".join(FERRY))
    assert index.add("ferry", " ".join(FERRY)) == ()
    assert len(index) == 1
    assert "ferry" in index
    assert "market" not in index
    with pytest.raises(ArticleError, match="share the id 'ferry'"):
        index.add("ferry", " ".join(MARKET))


def test_an_index_without_texts_has_no_pairs() -> None:
    assert CopyIndex().groups() == ()
    assert find_copies([]) == ()
    assert find_copies([("empty", ""), ("blank", " \n"), ("marks", "“…”"), ("more marks", "?!")]) == ()


HOSTILE = [
    "",
    "word",
    "\0",
    "\ud800",
    "🙂" * 5000,
    '"' * 100_000,
    "a" * 1_000_000,
    "no " * 300_000,
    "e\u0301" * 1000,
    "ﬁ" * 50,
    "२०२५ " * 9,
    "𠀀𠀁𠀂𠀃",
]


def test_no_text_stops_it() -> None:
    index = CopyIndex()
    for at, text in enumerate(HOSTILE):
        assert index.add(str(at), text) == ()
    assert find_copies((str(at), text) for at, text in enumerate([*HOSTILE, "a" * 1_000_000]))[0].ids == ("12", "6")


def test_one_word_repeated_takes_linear_time() -> None:
    def seconds(words: int) -> float:
        start = time.process_time()
        find_copies([(str(at), "no " * (words + at)) for at in range(3)])
        return time.process_time() - start

    seconds(1000)
    assert seconds(400_000) < 40 * max(seconds(40_000), 0.01)


def test_hashes_are_the_same_on_every_machine() -> None:
    (found,) = fingerprints(["The ferry stops in November 2026."])
    assert (found.runs >> HASH_BITS).tolist() == [934611672, 1615735214, 3151889508, 3943309645]
    assert len(found.numbers) == 1


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "ferry",
        "bridge",
        "council",
        "mayor",
        "said",
        "that",
        "it",
        "would",
        "close",
        "open",
        "12",
        "1999",
        "on",
        "Tuesday",
        "rain",
        "é",
        "市",
        "naïve",
    ]
)
TEXT = st.lists(WORDS, max_size=60).map(" ".join)


@given(TEXT, TEXT)
def test_shares_are_those_of_the_sets_of_runs(one: str, two: str) -> None:
    """The arrays count what sets of word triples count."""
    grams = []
    for text in (one, two):
        words = re.findall(r"\w+", text)
        grams.append({tuple(words[at : at + 3]) for at in range(max(1, len(words) - 2))} - {()})
    a, b = (set((found.runs >> HASH_BITS).tolist()) for found in fingerprints([one, two]))
    assert (len(a), len(b), len(a & b)) == (len(grams[0]), len(grams[1]), len(grams[0] & grams[1]))


@given(st.text().filter(lambda text: any(char.isalpha() for char in text)))
def test_every_text_with_a_word_is_a_copy_of_itself(text: str) -> None:
    index = CopyIndex()
    index.add("one", text)
    assert [pair.kind for pair in index.add("two", text)] == ["copy"]


@given(st.lists(st.text(max_size=40), max_size=6))
def test_a_text_has_the_same_fingerprint_in_every_company(texts: list[str]) -> None:
    together = fingerprints(texts)
    for text, found in zip(texts, together, strict=True):
        (alone,) = fingerprints([text])
        assert found.words == alone.words
        assert np.array_equal(found.runs, alone.runs)
        assert np.array_equal(found.numbers, alone.numbers)


@st.composite
def families(draw: st.DrawFn) -> list[tuple[str, str]]:
    """A dozen texts, among them copies, cut copies and edits of a few."""
    sources = [invented(seed, 12) for seed in range(3)]
    texts = []
    for at in range(draw(st.integers(2, 12))):
        source = draw(st.sampled_from(sources))
        kept = [sentence for sentence in source if draw(st.integers(0, 5))][: draw(st.integers(4, 12))]
        texts.append((f"t{at}", " ".join([*kept, *(invented(100 + at, 2) if draw(st.booleans()) else [])])))
    return texts


@settings(max_examples=30)
@given(families(), st.randoms(use_true_random=False))
def test_the_order_of_the_texts_changes_nothing_nor_does_adding_them_one_by_one(texts: list[tuple[str, str]], chance: random.Random) -> None:
    batch = CopyIndex()
    batch.add_all(texts)
    shuffled = chance.sample(texts, len(texts))
    single = CopyIndex()
    found = [pair for name, text in shuffled for pair in single.add(name, text)]
    assert single.pairs() == batch.pairs()
    assert single.groups() == batch.groups() == find_copies(shuffled)
    assert sorted(found) == sorted(batch.pairs())
