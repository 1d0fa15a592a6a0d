namespace DigestBot.LanguageModels.Checking;

/// <summary>What a piece of a sentence is.</summary>
internal enum ProseTokenKind
{
    Word,

    /// <summary>A comma, a quotation mark, anything that is no word.</summary>
    Mark,

    /// <summary>{3}: the content of line 3.</summary>
    Reference,
}

/// <summary>A word, mark or reference of a sentence or of a line's content.</summary>
/// <param name="Start">UTF-16 position in the text.</param>
/// <param name="End">Behind it.</param>
internal sealed record ProseToken(ProseTokenKind Kind, string Text, int Start, int End)
{
    /// <summary>As words are compared: lower case, but "US" is not "us".</summary>
    public string Form { get; } = Text.Length > 1 && Text.All(char.IsUpper) ? Text : Text.Replace('’', '\'').ToLowerInvariant();

    /// <summary>The line's number; 0 for none.</summary>
    public int Number { get; init; }

    public bool IsWord(params ReadOnlySpan<string> forms) => Kind == ProseTokenKind.Word && forms.Contains(Form);

    public bool IsMark(string marks) => Kind == ProseTokenKind.Mark && marks.Contains(Text, StringComparison.Ordinal);

    /// <summary>It ends a word: officials’.</summary>
    public bool IsApostrophe { get; init; }

    public bool IsQuotationMark => !IsApostrophe && IsMark("\"“”„«»‘’「」");

    /// <summary>A mark that says nothing of its own.</summary>
    public bool IsSilent => IsMark(",;:–—-…()[].");
}

/// <summary>Cuts sentences and contents into tokens. Negation is a word of its own: "won't" is "will not".</summary>
internal static class ProseTokens
{
    public static IReadOnlyList<ProseToken> Read(string text)
    {
        List<ProseToken> tokens = [];
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (ReferenceAt(text, at) is { } reference)
            {
                at = Add(tokens, reference);
            }
            else if (IsLetter(text[at]))
            {
                at = AddWord(tokens, text, at);
            }
            else
            {
                at = Add(tokens, new ProseToken(ProseTokenKind.Mark, text[at..(at + 1)], at, at + 1) { IsApostrophe = IsApostropheAt(tokens, text, at) });
            }
        }
        return tokens;
    }

    private static bool IsApostropheAt(List<ProseToken> tokens, string text, int at) =>
        text[at] == '’' && at > 0 && text[at - 1] == 's' && (tokens.FindLast(t => t.IsMark("‘’") && !t.IsApostrophe) is not { } last || last.Text == "’");

    private static int Add(List<ProseToken> tokens, ProseToken token)
    {
        tokens.Add(token);
        return token.End;
    }

    private static int AddWord(List<ProseToken> tokens, string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsLetter(text[end]) || IsInside(text, end)))
        {
            end++;
        }

        var form = text[start..end].Replace('’', '\'').ToLowerInvariant();
        (string Word, int Length)? negated = form switch
        {
            "won't" => ("will", 2),
            "can't" => ("can", 2),
            "cannot" => ("can", 3),
            _ when form.EndsWith("n't", StringComparison.Ordinal) => (text[start..(end - 3)], form.Length - 3),
            _ => null,
        };
        if (negated is not var (word, length))
        {
            return Add(tokens, new ProseToken(ProseTokenKind.Word, text[start..end], start, end));
        }

        tokens.Add(new ProseToken(ProseTokenKind.Word, word, start, start + length));
        return Add(tokens, new ProseToken(ProseTokenKind.Word, "not", start + length, end));
    }

    private static ProseToken? ReferenceAt(string text, int at)
    {
        if (text[at] != '{')
        {
            return null;
        }

        var end = text.IndexOf('}', at);
        return end > at && end - at <= 4 && int.TryParse(text.AsSpan(at + 1, end - at - 1), System.Globalization.NumberStyles.None, null, out var number)
            ? new ProseToken(ProseTokenKind.Reference, text[at..(end + 1)], at, end + 1) { Number = number }
            : null;
    }

    private static bool IsLetter(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsInside(string text, int at) =>
        at + 1 < text.Length && IsLetter(text[at + 1]) && (text[at] is '\'' or '’' or '-' || (text[at] is '.' or ',' && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])));
}
