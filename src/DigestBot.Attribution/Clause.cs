namespace DigestBot.Attribution;

/// <summary>Questions that the stages ask of a parse: subject, complements, verb group. Token indices throughout; -1 where there is none.</summary>
internal static class Clause
{
    /// <summary>Whether the relation of <paramref name="token"/> is <paramref name="relation"/> or a subtype of it.</summary>
    public static bool Is(this Document document, int token, string relation)
    {
        var label = document.Tokens[token].Label;
        return label.StartsWith(relation, StringComparison.Ordinal) && (label.Length == relation.Length || label[relation.Length] == ':');
    }

    /// <summary>Whether the word is <paramref name="word"/>, capitals or not.</summary>
    public static bool IsWord(this Document document, int token, string word) =>
        document.Word(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="token"/> is a verb form.</summary>
    public static bool IsVerb(this Document document, int token) => document.Tokens[token].Tag.StartsWith("VB", StringComparison.Ordinal);

    /// <summary>Whether <paramref name="token"/> is a common or proper noun.</summary>
    public static bool IsNoun(this Document document, int token) => document.Tokens[token].Tag.StartsWith("NN", StringComparison.Ordinal);

    /// <summary>The first dependent of <paramref name="head"/> with one of the relations.</summary>
    public static int Child(this Document document, int head, string relation)
    {
        foreach (var child in document.Dependencies.Of(head))
        {
            if (document.Is(child, relation))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The first dependent of <paramref name="head"/> that has the relation and stands behind <paramref name="after"/>.</summary>
    public static int ChildAfter(this Document document, int head, string relation, int after)
    {
        foreach (var child in document.Dependencies.Of(head))
        {
            if (child > after && document.Is(child, relation))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The dependent of <paramref name="head"/> whose first word is <paramref name="word"/> at <paramref name="place"/>.</summary>
    public static int ChildThatBegins(this Document document, int head, int place, string word)
    {
        foreach (var child in document.Dependencies.Of(head))
        {
            if (document.Dependencies.First(child) == place && document.IsWord(place, word))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The grammatical subject of <paramref name="verb"/> itself, not shared from another verb.</summary>
    public static int Subject(this Document document, int verb)
    {
        foreach (var child in document.Dependencies.Of(verb))
        {
            if (document.Is(child, "nsubj"))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>Whether <paramref name="verb"/> is passive: "was accused", "accused of lying, he …".</summary>
    public static bool IsPassive(this Document document, int verb)
    {
        if (document.Tokens[verb].Tag != "VBN")
        {
            return false;
        }

        var (hasHave, hasSubject) = (false, false);
        foreach (var child in document.Dependencies.Of(verb))
        {
            var label = document.Tokens[child].Label;
            if (label is "aux:pass" or "nsubj:pass")
            {
                return true;
            }

            hasHave |= label == "aux" && child < verb;
            hasSubject |= label == "nsubj" && child < verb;
        }

        // A participle with a subject of its own is a past tense that the tagger misread.
        return !hasHave && !hasSubject;
    }

    /// <summary>Whether a form that <paramref name="verb"/> stands under makes it finite: tense of its own or an auxiliary's.</summary>
    public static bool IsFinite(this Document document, int verb)
    {
        var tag = document.Tokens[verb].Tag;
        if (tag is "VBD" or "VBZ" or "VBP")
        {
            return true;
        }

        foreach (var child in document.Dependencies.Of(verb))
        {
            if ((document.Is(child, "aux") || document.Is(child, "cop")) && document.Tokens[child].Tag is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The span from token <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public static TextSpan SpanOf(this Document document, int first, int last) => new(document.Tokens[first].Start, document.Tokens[last].End);

    /// <summary>Whether the token holds no letter or digit.</summary>
    public static bool IsPunctuation(this Document document, int token)
    {
        foreach (var c in document.Word(token))
        {
            if (char.IsLetterOrDigit(c) || c is '$' or '%' or '€' or '£')
            {
                return false;
            }
        }

        return true;
    }
}
