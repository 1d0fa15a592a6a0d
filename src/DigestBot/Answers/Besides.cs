namespace DigestBot.Answers;

/// <summary>Who is left out of a question after who says something: "who else besides Okafor spoke about fees?".</summary>
internal static class Besides
{
    private const int LongestName = 5;

    /// <summary>Takes them out of the words; none where nobody is left out.</summary>
    public static IReadOnlyList<string> Take(List<QuestionToken> tokens, QuestionForm form)
    {
        var at = form == QuestionForm.Who ? tokens.FindIndex(t => t.Quotation == 0 && t.Lower is "besides" or "except" or "apart" or "than") : -1;
        if (at < 0)
        {
            return [];
        }

        var first = at + 1 < tokens.Count && tokens[at + 1].Lower is "from" or "for" ? at + 2 : at + 1;
        var end = first;
        while (end < tokens.Count && end - first < LongestName && !AskingWords.IsVerb(tokens[end].Lower) && !Auxiliaries.Is(tokens[end].Lower))
        {
            end++;
        }

        var names = AskedNames.Split(tokens[Math.Min(first, tokens.Count)..end]);
        // "Other than" goes as a whole.
        var start = at > 0 && tokens[at].Lower == "than" && tokens[at - 1].Lower == "other" ? at - 1 : at;
        if (names.Count > 0)
        {
            tokens.RemoveRange(start, end - start);
        }

        return names;
    }
}
