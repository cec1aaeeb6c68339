"""The whole flow on one page: extract reads one article, assemble sets the readings side by side, build is these two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from variorum.compare.accounts.account_groups import find_accounts
from variorum.compare.accounts.cited_accounts import cited_sources
from variorum.compare.actors.actor_groups import find_actors
from variorum.compare.actors.holder_names import name_holders
from variorum.compare.actors.judged_names import Rulings
from variorum.compare.dates.date_rows import compare_dates
from variorum.compare.figures.figure_rows import compare_figures
from variorum.compare.quotations.quotation_rows import compare_quotations
from variorum.compare.timeline import make_timeline
from variorum.config import DEFAULT, Config
from variorum.errors import ArticleError, SpanError
from variorum.extract.dates.date_marks import find_dates
from variorum.extract.figures.figure_marks import find_figures
from variorum.extract.grammar.syntax import read_syntax
from variorum.extract.names.descriptions import find_descriptions
from variorum.extract.names.name_marks import find_names
from variorum.extract.positions.position_marks import find_positions
from variorum.extract.statements.statement_marks import find_statements
from variorum.records.aliases import Alias
from variorum.records.article import Article, Span
from variorum.records.dossier import Dossier
from variorum.records.excerpt import Excerpt
from variorum.records.families import Families
from variorum.records.judgement import Judgement
from variorum.records.marks import DateMark, Reading
from variorum.text.clutter import mark_clutter
from variorum.text.language_detection import detect_language
from variorum.text.parsing.parse import parse_text

Progress = Callable[[Article], None]


def build(
    articles: Iterable[Article],
    config: Config = DEFAULT,
    progress: Progress | None = None,
    *,
    aliases: Sequence[Alias] = (),
    judgements: Sequence[Judgement] = (),
    families: Families | None = None,
) -> Dossier:
    """Read every article and assemble their dossier. `progress` is called with each article as it is done.

    The order of `articles` changes nothing. `aliases`, `judgements` and `families` are what people know and decided: they outweigh what
    the texts suggest. Raises ArticleError if there is no article, or if two texts share an id.
    """
    readings = []
    for article in in_order(articles):
        readings.append(extract(article, config))
        if progress:
            progress(article)
    return assemble(readings, config, aliases=aliases, judgements=judgements, families=families)


def in_order(articles: Iterable[Article]) -> list[Article]:
    """Articles by publication, id and hash, each once: the one order in which a dossier is built."""
    chosen: dict[str, Article] = {}
    for article in articles:
        before = chosen.setdefault(article.id, article)
        if before.text != article.text:
            raise ArticleError(f"Two different texts share the id {article.id!r}; give each article its own id.")
    if not chosen:
        raise ArticleError("There is no article to build a dossier from.")
    return sorted(chosen.values(), key=lambda article: (str(article.published or "9999"), article.id))


def extract(article: Article, config: Config = DEFAULT) -> Reading:
    """All that one article says. Pure: the same article and settings give the same reading."""
    article = _known(article)
    parse = parse_text(article.text, config)
    syntax = read_syntax(parse)
    names = find_names(article, parse, syntax, config)
    dates = find_dates(article, parse, config)
    statements = find_statements(article, syntax, names, config)
    figures = find_figures(article, parse, dates, statements, config, names=names)
    positions = find_positions(article, syntax, names, statements, config)
    descriptions = find_descriptions(syntax, names)
    reading = Reading(article, figures, statements, positions, dates, names, _doubts(article, dates), descriptions)
    check_words(reading)
    return reading


def _known(article: Article) -> Article:
    """The article with its clutter marked and its language told, where whoever made it did not."""
    return article.replace(
        id=article.id,
        boilerplate=article.boilerplate or mark_clutter(article.text),
        language=article.language or detect_language(article.text),
    )


def _doubts(article: Article, dates: tuple[DateMark, ...]) -> tuple[str, ...]:
    """What a reader of the dossier should know before trusting what was found in an article."""
    out = []
    dateline = next((date.anchor for date in dates if date.anchor), None)
    if not article.published and dateline:
        out.append(f"no publication date is known; relative dates are counted from the dateline's, {dateline}")
    elif not article.published:
        out.append("no publication date is known, so relative dates stay unresolved")
    if article.language and article.language != "en":
        out.append(f"the text is in {article.language!r}; only English is read, so what was found may be wrong")
    return tuple(out)


def assemble(
    readings: list[Reading],
    config: Config = DEFAULT,
    *,
    aliases: Sequence[Alias] = (),
    judgements: Sequence[Judgement] = (),
    families: Families | None = None,
) -> Dossier:
    """Set readings side by side: accounts first, then actors, comparisons and timeline."""
    rulings = Rulings(aliases, judgements)
    accounts = find_accounts(readings, config, families)
    actors, readings = find_actors(readings, config, rulings, accounts)
    readings = name_holders(readings, actors)
    cited = cited_sources(readings, accounts)
    compared = compare_figures(readings, accounts, actors, judgements, cited=cited)
    rows = (*compared.rows, *compare_dates(readings, accounts, actors, cited))
    quotations = compare_quotations(readings, accounts, actors)
    timeline = make_timeline(readings)
    articles = tuple(reading.article for reading in readings)
    notes = (*_notes(readings), *rulings.notes, *Rulings((), judgements, on_figures=True).notes)
    return Dossier(_title(articles), articles, accounts, actors, tuple(readings), rows, timeline, notes, quotations, compared.near)


def check_words(reading: Reading) -> None:
    """Raise SpanError if any cell of the reading does not quote its article exactly."""
    text = reading.article.text
    for excerpt in _excerpts(reading):
        if excerpt.of(text) != excerpt.text:
            raise SpanError(f"Article {reading.article.id}: {excerpt.text!r} is not what stands at {excerpt.start} to {excerpt.end}.")


def _excerpts(reading: Reading) -> Iterable[Excerpt]:
    for figure in reading.figures:
        yield Excerpt(figure.start, figure.end, figure.quote)
        about = figure.about
        slots = (about.thing, about.event, *about.places, *about.times, about.whole, about.base)
        yield from (part for part in (figure.measure, figure.whose, figure.said_by, *slots) if part)
        if not figure.span.contains(figure.number):
            raise SpanError(f"Article {reading.article.id}: the number at {figure.number.start} lies outside its figure {figure.quote!r}.")
    for statement in reading.statements:
        yield from (*statement.contents, *(part for part in (statement.speaker, statement.cue) if part))
        if statement.speaker and statement.speaker.stands_for:
            yield statement.speaker.stands_for
    for position in reading.positions:
        yield from (position.holder, position.content)
    for date in reading.dates:
        yield from (Excerpt(date.start, date.end, date.quote), *(date.about.parts if date.about else ()))
    yield from (*reading.names, *reading.descriptions)


def _title(articles: tuple[Article, ...]) -> str:
    """The story's title: the first title that an article brings, else the first words of its text."""
    for article in articles:
        if article.title:
            return article.title
    return " ".join(articles[0].text.split()[:12]).rstrip(".,;:") + " …"


def _notes(readings: list[Reading]) -> tuple[str, ...]:
    return tuple(f"{reading.article.id}: {note}" for reading in readings for note in (*reading.article.notes, *reading.notes))


__all__ = ["Progress", "Span", "assemble", "build", "check_words", "extract", "in_order"]
