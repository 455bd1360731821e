"""What the program is, how it answers, what it keeps, and how accessible it is, as HTML."""

from html import escape

from assistant.domain.guidance import Edition
from assistant.domain.language_models import ModelInUse
from assistant.settings import Settings
from assistant.wording.templates import worded

NO_MODEL = """Ingen språkmodell används. Programmet söker i $vägledningen och visar stycken ordagrant,
med källa."""
MODEL = """Programmet söker i $vägledningen och visar stycken ordagrant, med källa. Runt citaten, och
i utkast på begäran, skriver språkmodellen {name}, som körs {place}. Den får märken i stället för de
officiella orden och kan inte ändra dem. Varje mening prövas innan den visas, märks ut och stryks om den
säger mer än källorna."""
NAMED = " och har ert namn från inloggningen"
USERS = """
<li>Er inloggning säger assistenten vem ni är. Andra användare ser inte vad ni gör här.</li>"""
ALL_HERE = "Allt görs på den dator där programmet körs. Inget skickas till någon annan."
SENT_AWAY = """Till språkmodellen, som körs {place}, skickas frågan och de stycken som svaret citerar.
I ett utkast skickas kommunens namn, era uppgifter och texten runt de officiella orden. Allt annat görs på
den dator där programmet körs."""
KEPT = """Det som sparas {where} är sökindexet över $vägledningen, de utkast som ni skriver under Skriv,
kommunens egna dokument, om sådana har lagts till, och omdömena om svar{journal}. Inget annat sparas."""
JOURNAL = """, samt en journal över frågor, svar och utkast. Journalen är påslagen av den som sköter
programmet"""
OPINIONS = """Ett omdöme är det som ni själva lämnar under ett svar i Fråga: om svaret hjälpte, varför inte
och er kommentar. Det sparas i {days} dagar tillsammans med frågan och svarets källor, {named}. Ni tar
bort det genom att trycka en gång till på samma knapp, så länge sidan är öppen. Den som sköter programmet
kan hämta ut och ta bort alla omdömen."""
KNOWN, UNKNOWN = "och med ert namn från inloggningen", "utan namn"
DRAFTS = """Ett utkast sparas medan ni skriver: det som ni fyller i, texten som ni ändrar och varje tidigare
version. Det finns kvar tills ni tar bort det under Sparade utkast, och då försvinner alla versioner. Av
versioner utan namn sparas de 300 senaste för varje utkast. Kommer en ny version av $vägledningen ligger
utkastet kvar som det skrevs, tills ni själva går över. Skriv inte mer om enskilda personer än ni
behöver."""
DOCUMENTS = """Av kommunens egna dokument, som ni lägger till under Skriv, sparas texten. Den finns kvar
tills ni tar bort dokumentet där, och då försvinner allt som är läst ur det. Det som ni har skrivit i ett
utkast står kvar. Språkmodeller får aldrig se dokumenten."""


def about(edition: Edition, model: ModelInUse | None, settings: Settings) -> str:
    """Everything under Om."""
    nouns = edition.nouns
    words = {name: escape(word) for name, word in nouns.words.items()}
    answers = (
        worded(MODEL, nouns).format(name=escape(model.name), place=escape(model.place))
        if model
        else worded(NO_MODEL, nouns)
    )
    sent = SENT_AWAY.format(place=escape(model.place)) if model and model.remote else ALL_HERE
    where = "på servern" if settings.user_header else f"i mappen {escape(str(settings.data_dir))}"
    named = NAMED if settings.user_header else ""
    kept = worded(KEPT, nouns).format(
        where=where, journal=JOURNAL + named if settings.journal else ""
    )
    opinions = OPINIONS.format(
        days=settings.journal_days, named=KNOWN if settings.user_header else UNKNOWN
    )
    drafts = worded(DRAFTS, nouns)
    users = USERS if settings.user_header else ""
    return f"""<div class="om">
<h3>{words["Vägledningen"]}</h3>
<p>Assistenten bygger på {escape(edition.title)}, version {escape(edition.label)}. Ägare är
{escape(edition.owner)}. Status: {escape(edition.status)}.</p>
<p>Datumen i {words["vägledningen"]} gäller omgången {escape(edition.round)}.</p>
<h3>Så kommer svaren till</h3>
<p>{answers} Det som {words["vägledningen"]} inte tar upp svarar assistenten inte på.</p>
<p>Begrepp som {words["vägledningen"]} bara nämner har en kort förklaring med märket ”Eget tillägg”.
Den är inte {words["vägledningens"]}. Quizet ställer bara frågor om ordagranna citat.</p>
<p>I ett utkast hämtas de officiella formuleringarna ordagrant ur {words["vägledningen"]} och kan inte ändras
där. Övriga meningar sätts samman av granskade mallar, {words["vägledningens"]} punkter och de
uppgifter som ni lämnar. Varje mening har ett märke som visar vad den bygger på.</p>
<p>I en granskning jämförs varje {words["åtagande"]} ord för ord med de officiella formuleringarna.</p>
<h3>En person ansvarar</h3>
<p>Assistenten är ett hjälpmedel. En person ska läsa texten, och kommunen ansvarar för det som
beslutas och undertecknas.</p>
<h3>Personuppgifter och säkerhet</h3>
<ul>
<li>{sent}</li>
<li>{kept}</li>
<li>{opinions}</li>
<li>{drafts}</li>
<li>{DOCUMENTS}</li>
<li>Övriga frågor, texter som ni granskar och svar i quizet finns bara i sidan. De försvinner när ni
stänger den eller laddar om den. Ladda därför ned det som ni vill behålla.</li>
<li>En fil som ni laddar upp tas bort så snart den är läst, och annars inom tio minuter.</li>
<li>I programmets logg står bara vilka fel som har uppstått, inget av det som ni skriver.</li>{users}
</ul>
<h3>Tillgänglighetsredogörelse</h3>
<p>Webbappen ska följa lagen om tillgänglighet till digital offentlig service. Kraven står i
standarden EN 301 549, som bygger på WCAG 2.1 nivå AA.</p>
<p>Webbappen provas automatiskt med axe, i ljust och mörkt läge och i fönster som är 320 till 1280
pixlar breda. Den provas också med bara tangentbord, med förstorad och glesare text och med systemets egna
färger. Sådana prov hittar bara en del av bristerna.</p>
<p>Kända begränsningar:</p>
<ul>
<li>Appen har inte provats av personer som använder skärmläsare till vardags.</li>
<li>Utan JavaScript fungerar inte appen.</li>
</ul>
<p>Hittar ni ett hinder? Kontakta den som ansvarar för assistenten i er organisation, och skriv vad
ni ville göra och vad som hände. Om ni inte är nöjda med svaret kan ni anmäla det till Myndigheten
för digital förvaltning.</p>
</div>"""
