namespace DigestBot.Attribution;

/// <summary>
/// Resolves what a story calls somebody by whom it has just named, so as not to say the name again: "the Frenchman", "the 79-year-old", "the girl",
/// "the UEFA president" of one whose office has not been told.
/// </summary>
internal sealed class Epithets(WordView words, RecentEntities recent)
{
    private const int FarthestSentence = 2;

    // The language of most given names in a country, by the country's name in lower case.
    private static readonly Dictionary<string, string> _languages = new()
    {
        ["france"] = "fr", ["germany"] = "de", ["austria"] = "de", ["italy"] = "it", ["spain"] = "es", ["mexico"] = "es", ["argentina"] = "es", ["chile"] = "es", ["colombia"] = "es", ["peru"] = "es",
        ["portugal"] = "pt", ["brazil"] = "pt", ["netherlands"] = "nl", ["norway"] = "no", ["sweden"] = "no", ["denmark"] = "no", ["poland"] = "pl", ["hungary"] = "hu", ["romania"] = "ro",
        ["czech republic"] = "cs", ["slovakia"] = "cs", ["greece"] = "el", ["russia"] = "ru", ["serbia"] = "sr", ["croatia"] = "sr", ["turkey"] = "tr", ["iran"] = "fa", ["syria"] = "ar", ["egypt"] = "ar",
        ["iraq"] = "ar", ["jordan"] = "ar", ["lebanon"] = "ar", ["saudi arabia"] = "ar", ["morocco"] = "ar", ["china"] = "zh", ["japan"] = "ja", ["south korea"] = "ko", ["vietnam"] = "vi", ["thailand"] = "th",
        ["india"] = "in", ["pakistan"] = "pk", ["ireland"] = "ga", ["armenia"] = "hy",
    };

    /// <summary>Whom the definite singular <paramref name="phrase"/> means; null where it is no epithet or fits nobody named of late.</summary>
    public Entity? Resolve(Appearance phrase, string noun, string[] affiliation)
    {
        var head = words.Folded(phrase.Head);
        var isPerson = IsAge(phrase) || IsNational(phrase) || (Titles.KindsOf(head) & TitleKinds.Person) != TitleKinds.None && phrase.Gender != Gender.Unknown;
        var isOffice = words.Folded(phrase.First) is "the" && Titles.IsHuman(head) && (affiliation.Length > 0 || IsFormer(phrase));
        if (!isPerson && !isOffice)
        {
            return null;
        }

        // "The Frenchman" is he whose given name is French, and not the German who was named after him.
        var language = IsNational(phrase) ? _languages.GetValueOrDefault(Folding.Fold(Gazetteer.CountryOf(words.Folded(phrase.Head)))) : null;
        var candidates = recent.Appearances.Reverse().Where(candidate => IsTopic(candidate, phrase) && Fits(candidate.Entity!, phrase, noun, affiliation, isOffice)).ToList();
        return (language is null ? null : candidates.Find(candidate => IsOf(candidate.Entity!, language)))?.Entity
            ?? candidates.Find(candidate => SentenceOf(phrase) - SentenceOf(candidate) <= FarthestSentence && (language is null || !HasGivenName(candidate.Entity!)))?.Entity;
    }

    private static bool HasGivenName(Entity entity) => entity.Person is { GivenParts: [var given, ..] } && GivenNames.Contains(given);

    private static bool IsOf(Entity entity, string language) =>
        entity.Person is { GivenParts: [var given, ..] } && GivenNames.IsFrom(given, language) && !GivenNames.IsFrom(given, "en");

    /// <summary>Whether the phrase tells an age or a nation and so a human being, whatever its last word is.</summary>
    public bool IsHuman(Appearance phrase) => IsAge(phrase) || IsNational(phrase);

    // "the 79-year-old".
    private bool IsAge(Appearance phrase) => words.Folded(phrase.Head) is "old" && phrase.Head >= 4 && words.Folded(phrase.Head - 2) is "year";

    private bool IsNational(Appearance phrase) => !phrase.IsPlural && words.IsCapital(phrase.Head) && Gazetteer.KindOf(words.Folded(phrase.Head)) == PlaceKind.Demonym;

    private bool IsFormer(Appearance phrase) => phrase.First + 1 < phrase.Head && words.Folded(phrase.First + 1) is "former" or "then";

    private bool IsTopic(Appearance candidate, Appearance phrase) =>
        candidate.Kind != AppearanceKind.Noun && candidate.IsSubject && !candidate.IsQuoted && SentenceOf(candidate) < SentenceOf(phrase);

    private bool Fits(Entity entity, Appearance phrase, string noun, string[] affiliation, bool isOffice)
    {
        if (entity.Person is null || !entity.IsHuman || phrase.Gender != Gender.Unknown && entity.Gender != Gender.Unknown && phrase.Gender != entity.Gender)
        {
            return false;
        }

        var nation = IsNational(phrase) ? [words.Folded(phrase.Head)] : affiliation;
        return !entity.Roles.Exists(role => (role.Noun == noun || !isOffice && IsNational(phrase)) && Affiliation.Contradict(nation, role.Affiliation))
            && (!isOffice || IsFormer(phrase) || !entity.Roles.Exists(role => role.Noun == noun || (Titles.KindsOf(role.Noun) & TitleKinds.Office) != TitleKinds.None && !Roles.Fits(noun, role.Noun)));
    }

    private int SentenceOf(Appearance appearance) => words.Document.Tokens[appearance.First].Sentence;
}
