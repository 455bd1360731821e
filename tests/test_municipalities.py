import pytest

from assistant.domain.errors import InputFault
from assistant.domain.municipalities import Municipality
from assistant.guidance.municipalities import load_municipalities, municipality_named
from assistant.settings import shipped


@pytest.fixture(scope="module")
def municipalities() -> tuple[Municipality, ...]:
    return load_municipalities(shipped("corpus") / "municipalities.csv")


def test_there_are_290_and_each_has_a_county(municipalities: tuple[Municipality, ...]) -> None:
    assert len(municipalities) == 290
    assert all(m.county.endswith("län") for m in municipalities)


@pytest.mark.parametrize(
    ("written", "own_name", "genitive"),
    [
        ("Växjö", "Växjö kommun", "Växjö kommuns"),
        ("växjö kommuns", "Växjö kommun", "Växjö kommuns"),
        ("Göteborg", "Göteborgs Stad", "Göteborgs Stads"),
        ("Göteborgs kommun", "Göteborgs Stad", "Göteborgs Stads"),
        ("Gotland", "Region Gotland", "Region Gotlands"),
        ("  Upplands   Väsby ", "Upplands Väsby kommun", "Upplands Väsby kommuns"),
        ("1480", "Göteborgs Stad", "Göteborgs Stads"),
    ],
)
def test_a_municipality_is_found_by_any_of_its_names(
    municipalities: tuple[Municipality, ...], written: str, own_name: str, genitive: str
) -> None:
    found = municipality_named(written, municipalities)
    assert (found.own_name, found.genitive) == (own_name, genitive)


def test_every_municipality_is_found_by_each_of_its_names(
    municipalities: tuple[Municipality, ...],
) -> None:
    for municipality in municipalities:
        for name in (municipality.own_name, municipality.name, municipality.short_name):
            assert municipality_named(name, municipalities) == municipality


def test_a_misspelt_name_gets_a_suggestion(municipalities: tuple[Municipality, ...]) -> None:
    with pytest.raises(InputFault, match="Menar du Växjö kommun"):
        municipality_named("Vexjö", municipalities)
