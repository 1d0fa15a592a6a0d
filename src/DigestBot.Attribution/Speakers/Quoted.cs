namespace DigestBot.Attribution;

/// <summary>Which tokens stand inside which quotation.</summary>
internal sealed class Quoted
{
    private readonly int[] _quotation;

    /// <summary>Quotations in text order; those inside others do not count.</summary>
    public Quoted(Document document, IReadOnlyList<TextSpan> quotations)
    {
        _quotation = new int[document.Tokens.Length];
        Array.Fill(_quotation, -1);
        var token = 0;
        for (var q = 0; q < quotations.Count; q++)
        {
            while (token < document.Tokens.Length && document.Tokens[token].Start < quotations[q].Start)
            {
                token++;
            }

            for (; token < document.Tokens.Length && document.Tokens[token].End <= quotations[q].End; token++)
            {
                _quotation[token] = q;
            }
        }
    }

    /// <summary>Index of the quotation around the token, -1 outside of any.</summary>
    public int At(int token) => _quotation[token];

    /// <summary>Whether a quotation begins with the token.</summary>
    public bool Begins(int token) => _quotation[token] >= 0 && (token == 0 || _quotation[token - 1] != _quotation[token]);
}
