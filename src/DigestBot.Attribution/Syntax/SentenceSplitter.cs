using System.Collections.Frozen;

namespace DigestBot.Attribution.Syntax;

/// <summary>Groups tokens into sentences; closing quotation marks and brackets stay with the sentence that they close.</summary>
internal static class SentenceSplitter
{
    /// <summary>Most tokens of a sentence; a longer run without an end is cut, so that no later stage works on an endless one.</summary>
    public const int LongestSentence = 600;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _tails =
        "said says asked asks added told wrote replied cried shouted tweeted wondered exclaimed answered yelled asking saying".Split(' ')
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Sentences over all of <paramref name="tokens"/>, in order; sets <see cref="Token.Sentence"/>. Time is linear in the tokens.</summary>
    public static Sentence[] Split(string text, Token[] tokens)
    {
        var paragraphs = new Paragraphs(text);
        var sentences = new List<Sentence>((tokens.Length / 20) + 1);
        var (first, paragraph) = (0, 0);
        while (first < tokens.Length)
        {
            var last = End(text, tokens, first, paragraphs);
            for (var i = first; i < last; i++)
            {
                tokens[i].Sentence = sentences.Count;
            }

            sentences.Add(new Sentence(first, last, paragraph));
            paragraph += last < tokens.Length && paragraphs.PartBetween(tokens[last - 1].End, tokens[last].Start) ? 1 : 0;
            first = last;
        }

        return [.. sentences];
    }

    private static int End(string text, Token[] tokens, int first, Paragraphs paragraphs)
    {
        var limit = Math.Min(tokens.Length, first + LongestSentence);
        for (var i = first; i < limit; i++)
        {
            var next = IsTerminal(text, tokens[i]) ? AfterClosers(text, tokens, i + 1, limit) : i + 1;
            if (next >= tokens.Length || paragraphs.PartBetween(tokens[next - 1].End, tokens[next].Start))
            {
                return next;
            }

            if (IsTerminal(text, tokens[i]) && Ends(text, tokens, i, next))
            {
                return next;
            }

            i = next - 1;
        }

        return limit;
    }

    private static bool IsTerminal(string text, Token token) => text[token.End - 1] is '.' or '!' or '?' or '…';

    // Closing marks touch the sentence that they close: nothing stands between.
    private static int AfterClosers(string text, Token[] tokens, int next, int limit)
    {
        while (next < limit && tokens[next].Start == tokens[next - 1].End && IsCloser(text, tokens[next]))
        {
            next++;
        }

        return next;
    }

    private static bool IsCloser(string text, Token token) =>
        text[token.Start] is '"' or '”' or '’' or '\'' or ')' or ']' or '»' or '}' && !char.IsLetterOrDigit(text[token.End - 1]);

    private static bool Ends(string text, Token[] tokens, int terminal, int next)
    {
        var start = text[tokens[next].Start];
        if (char.IsLower(start) || start is ',' or ';' or ':' or '-' or '–' or '—' or ')' or ']')
        {
            return false;
        }

        var word = text.AsSpan(tokens[terminal].Start, tokens[terminal].End - tokens[terminal].Start);
        if (char.IsLetterOrDigit(word[0]) && word[^1] == '.')
        {
            return !Abbreviations.IsTitle(word[..^1]) && !char.IsAsciiDigit(word[0]) && (next > terminal + 1 || BeginsSentence(text, tokens, next));
        }

        return word[0] is '.' or '…' || next == terminal + 1 || !IsTail(text, tokens, next);
    }

    private static bool BeginsSentence(string text, Token[] tokens, int next) =>
        SentenceStarters.Contains(Word(text, tokens[next])) || text[tokens[next].Start] is '"' or '“' or '‘';

    // “Why?” Sergei Lavrov asked: what follows the question belongs to it.
    private static bool IsTail(string text, Token[] tokens, int next)
    {
        var limit = Math.Min(tokens.Length, next + 6);
        var place = next;
        while (place < limit && (char.IsUpper(text[tokens[place].Start]) || (place > next && Word(text, tokens[place]) is "of" or "-" or "al")))
        {
            place++;
        }

        return place > next && place < limit && _tails.Contains(Word(text, tokens[place]));
    }

    private static ReadOnlySpan<char> Word(string text, Token token) => text.AsSpan(token.Start, token.End - token.Start);
}
