namespace DigestBot.Attribution;

/// <summary>
/// Whose words each token of a story is. Where one is quoted who reports another, a token has two voices: the inner one says "I", the outer one
/// decides whom "he" can mean.
/// </summary>
internal sealed class Voices
{
    private readonly Entity?[] _inner;
    private readonly Entity?[] _outer;

    /// <summary>Reads the contents of all proposals whose speakers are known by now.</summary>
    public Voices(Document document, SpeakingTokens speaking, Quoted quoted, AppearanceMap appearances)
    {
        _inner = new Entity?[document.Tokens.Length];
        _outer = new Entity?[document.Tokens.Length];
        var reported = new List<(Entity Speaker, TokenRange Range)>();
        foreach (var proposal in speaking.Proposals.OrderByDescending(proposal => proposal.ContentSpans.Sum(span => span.Length)))
        {
            if (appearances.At(proposal.SpeakerHead)?.Entity is not { } speaker)
            {
                continue;
            }

            foreach (var range in proposal.ContentSpans.Select(span => TokensIn(document, span)).Where(range => range.Last >= range.First))
            {
                Array.Fill(_inner, speaker, range.First, range.Last - range.First + 1);
                if (quoted.Begins(range.First))
                {
                    FillEmpty(_outer, speaker, range);
                }
                else
                {
                    reported.Add((speaker, range));
                }
            }
        }

        // Who speaks a quotation is its voice, also where somebody else reports the whole.
        reported.ForEach(content => FillEmpty(_outer, content.Speaker, content.Range));
    }

    /// <summary>The innermost speaker of the token; null where it is the story's own.</summary>
    public Entity? Inner(int token) => _inner[token];

    /// <summary>Who speaks the quotation or report around the token; null where it is the story's own.</summary>
    public Entity? Outer(int token) => _outer[token];

    private static void FillEmpty(Entity?[] voices, Entity speaker, TokenRange range)
    {
        for (var i = range.First; i <= range.Last; i++)
        {
            voices[i] ??= speaker;
        }
    }

    private static TokenRange TokensIn(Document document, TextSpan span) => new(FirstEndingAfter(document, span.Start), FirstEndingAfter(document, span.End - 1));

    private static int FirstEndingAfter(Document document, int position)
    {
        var (low, high) = (0, document.Tokens.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = document.Tokens[middle].End <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
