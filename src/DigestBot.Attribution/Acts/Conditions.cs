namespace DigestBot.Attribution.Acts;

/// <summary>Finds the condition on which a content holds: "if there was a clear agenda", "on condition that", "unless".</summary>
internal static class Conditions
{
    /// <summary>The condition inside <paramref name="content"/>, to the end of its clause; null where there is none.</summary>
    public static TokenRange? In(Document document, TokenRange content)
    {
        for (var i = content.First; i < content.Last; i++)
        {
            if (!Begins(document, i, content.Last))
            {
                continue;
            }

            var last = i + 1;
            while (last < content.Last && document.Tokens[last + 1].Sentence == document.Tokens[i].Sentence && document.Word(last + 1)[0] is not (',' or ';') && document.Tokens[last + 1].Tag != "WRB")
            {
                last++;
            }

            while (last > i && document.IsPunctuation(last))
            {
                last--;
            }

            return new TokenRange(i, last);
        }

        return null;
    }

    private static bool Begins(Document document, int i, int last)
    {
        var next = i + 1 <= last && document.IsWord(i + 1, "that");
        return document.IsWord(i, "unless")
            || document.IsWord(i, "if") && !IsIndirectQuestion(document, i)
            || (document.IsWord(i, "provided") || document.IsWord(i, "providing")) && next
            || document.IsWord(i, "on") && i + 2 <= last && (document.IsWord(i + 1, "condition") || document.IsWord(i + 2, "condition"))
            || document.IsWord(i, "as") && i + 2 <= last && document.IsWord(i + 1, "long") && document.IsWord(i + 2, "as");
    }

    // "asked if", "as if", "whether or if" state no condition.
    private static bool IsIndirectQuestion(Document document, int i) =>
        i > 0 && (document.IsWord(i - 1, "as") || document.IsWord(i - 1, "asked") || document.IsWord(i - 1, "wonder") || document.IsWord(i - 1, "know") || document.IsWord(i - 1, "even") || document.IsWord(i - 1, "say"));
}
