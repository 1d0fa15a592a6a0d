using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Whether a statement holds what a question's form asks for: a place, a time, a number, a reason, a condition.</summary>
internal static class ContentClues
{
    private static readonly HashSet<string> _placePrepositions = ["in", "at", "near", "outside", "inside", "from", "to", "into", "around"];
    private static readonly HashSet<string> _placeNouns = ["country", "countries", "capital", "city", "town", "village", "place", "region", "border", "abroad", "home", "office", "embassy", "state", "province", "street", "square", "island", "site", "here", "there", "ground", "territory"];
    private static readonly HashSet<string> _timeWords = ["today", "tomorrow", "yesterday", "tonight", "soon", "immediately", "later", "week", "weeks", "month", "months", "year", "years", "day", "days", "hour", "hours",
        "morning", "afternoon", "evening", "night", "spring", "summer", "autumn", "winter", "noon", "midnight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "deadline", "before", "after", "until"];
    private static readonly HashSet<string> _reasons = ["because", "due", "therefore", "reason", "reasons", "owing", "thanks"];
    private static readonly HashSet<string> _purposes = ["for", "of", "to", "so"];
    private static readonly HashSet<string> _conditions = ["if", "unless", "provided", "once", "until", "condition", "conditions", "only", "when", "whether", "precondition", "preconditions"];
    private static readonly HashSet<string> _numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "half", "third", "percent", "none"];

    /// <summary>1 where the clue is there, between 0 and 1 where something like it is, 0 where nothing is.</summary>
    public static double Of(Question question, StoredStatement statement) => question.Form switch
    {
        QuestionForm.Where => Place(statement.Content),
        QuestionForm.When => Has(statement.Content, _timeWords) || TextWords.Of(statement.Content).Any(w => w.Length == 4 && w.StartsWith("20", StringComparison.Ordinal)) ? 1 : 0,
        // "an apology for its support": what is demanded, blamed or praised for something has its reason there.
        QuestionForm.Why => Has(statement.Content, _reasons) ? 1 : !question.WantsAnyAct && statement.Act is not (SpeechAct.Says or SpeechAct.Rejects or SpeechAct.Denies) && Has(statement.Content, _purposes) ? 0.6 : 0,
        QuestionForm.HowMany => TextWords.Of(statement.Content).Any(w => char.IsDigit(w[0]) || _numbers.Contains(w)) ? 1 : 0,
        QuestionForm.Condition => statement.Condition is not null ? 1 : Has(statement.Content, _conditions) ? 0.6 : 0,
        _ => 0,
    };

    /// <summary>Whether lines without the clue do not answer the form.</summary>
    public static bool IsRequiredBy(QuestionForm form) => form is QuestionForm.Where or QuestionForm.Why or QuestionForm.HowMany or QuestionForm.Condition;

    /// <summary>1 for a preposition with a common place behind it, 0.8 for one with a capital word; 0.3 for a place's noun alone.</summary>
    private static double Place(string content)
    {
        var words = content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        double best = 0;
        for (var at = 0; at < words.Length; at++)
        {
            var word = TextWords.Of(words[at]).FirstOrDefault("");
            var isPlace = _placeNouns.Contains(word);
            if (isPlace)
            {
                best = Math.Max(best, 0.6);
            }

            if (!_placePrepositions.Contains(word))
            {
                continue;
            }

            for (var next = at + 1; next < Math.Min(at + 5, words.Length); next++)
            {
                var behind = TextWords.Of(words[next]).FirstOrDefault("");
                if (_placeNouns.Contains(behind))
                {
                    return 1;
                }

                if (char.IsUpper(words[next][0]) && word is "in" or "at" or "near" or "outside" or "inside")
                {
                    best = Math.Max(best, 0.8);
                }
            }
        }
        return best;
    }

    private static bool Has(string content, HashSet<string> words) => TextWords.Of(content).Any(words.Contains);
}
