using DigestBot.Attribution.Contents;
using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Judging;

/// <summary>Makes spans of the roles that a cue's sentence was given.</summary>
internal static class RoleSpans
{
    /// <summary>The draft; null where no word is content.</summary>
    public static Draft? ToDraft(JudgedText text, in CueContext cue, byte[] roles)
    {
        var contents = Joined(text, cue, Runs(text, cue, roles, RoleTagger.Content));
        if (contents.Count == 0)
        {
            return null;
        }

        List<TokenRange> whole = [.. contents.Select(c => Whole(text, c))];
        TokenRange.JoinOverlapping(whole);
        CueEntry[] entries = [.. CueLexicon.Default.Of(text.Document.Word(cue.Head))];
        var speaker = Nearest(cue, Runs(text, cue, roles, RoleTagger.Speaker));
        var rule = cue.Rules.Draft;
        return new Draft
        {
            Cue = rule?.Cue ?? new Cue(cue.Head, cue.First, cue.Last, cue.Head, entries) { IsNegated = VerbGroup.IsNegated(text.Document, cue.First, cue.Last) },
            Entry = rule?.Entry ?? entries.FirstOrDefault(),
            Rule = Rule.Judged,
            Content = whole,
            CueRange = new TokenRange(cue.First, cue.Last),
            Source = speaker is { } s ? SourceOf(text, rule, s) : rule?.Source ?? Source.None,
        };
    }

    /// <summary>The rules know better for whom "who" stands.</summary>
    private static Source SourceOf(JudgedText text, Draft? rule, TokenRange speaker)
    {
        var head = MainWord(text.Document, speaker);
        return new Source(speaker, head, rule?.Source is { IsNamed: true } source && speaker.Contains(source.Head) ? source.Referent : head);
    }

    /// <summary>The first noun or pronoun that hangs on a word outside: "head" in "the head of the union".</summary>
    private static int MainWord(Document document, TokenRange range)
    {
        for (var i = range.First; i <= range.Last; i++)
        {
            var token = document.Tokens[i];
            if ((token.Head < range.First || token.Head > range.Last) && (document.IsNoun(i) || token.Tag is "PRP" or "WP" or "WDT" or "CD" or "DT") && token.Label is not "det")
            {
                return i;
            }
        }
        return Judge.HeadOf(document, range.First, range.Last);
    }

    private static List<TokenRange> Runs(JudgedText text, in CueContext cue, byte[] roles, int role)
    {
        List<TokenRange> runs = [];
        var start = cue.Sentence.First;
        for (var i = 0; i < roles.Length; i++)
        {
            if (roles[i] != role || (start + i >= cue.First && start + i <= cue.Last))
            {
                continue;
            }

            var end = i;
            while (end + 1 < roles.Length && roles[end + 1] == role && !(start + end + 1 >= cue.First && start + end + 1 <= cue.Last))
            {
                end++;
            }

            if (Trimmed(text, start + i, start + end) is { } run)
            {
                runs.Add(run);
            }

            i = end;
        }
        return runs;
    }

    /// <summary>Without commas, stops and dashes at its ends; quotation marks stay.</summary>
    private static TokenRange? Trimmed(JudgedText text, int first, int last)
    {
        while (first <= last && IsSeparator(text, first))
        {
            first++;
        }

        while (last >= first && IsSeparator(text, last))
        {
            last--;
        }

        return first <= last ? new TokenRange(first, last) : null;
    }

    private static bool IsSeparator(JudgedText text, int token) =>
        text.Document.Tokens[token].Tag is "," or ":" or "." && text.Document.Word(token) is not ("?" or "!") && text.Quoted.At(token) < 0;

    /// <summary>Runs between which nothing but separators stands are one.</summary>
    private static List<TokenRange> Joined(JudgedText text, in CueContext cue, List<TokenRange> runs)
    {
        List<TokenRange> joined = [];
        foreach (var run in runs)
        {
            (var first, var last) = (run.First, run.Last);
            var touches = joined.Count > 0 && (joined[^1].Last > cue.Last || first < cue.First);
            for (var i = touches ? joined[^1].Last + 1 : first; touches && i < first; i++)
            {
                touches = IsSeparator(text, i);
            }

            if (touches)
            {
                joined[^1] = joined[^1] with { Last = last };
            }
            else
            {
                joined.Add(run);
            }
        }
        return joined;
    }

    /// <summary>A content that takes in most of a quotation takes in all of it, past its sentence's end.</summary>
    private static TokenRange Whole(JudgedText text, TokenRange run)
    {
        (var first, var last) = (run.First, run.Last);
        if (text.Quoted.At(first) is var opening and >= 0 && first <= text.Quoted.Outer[opening].First + 1)
        {
            first = text.Quoted.Outer[opening].First;
        }

        if (text.Quoted.At(last) is var closing and >= 0)
        {
            var quotation = text.Quoted.Outer[closing];
            var toSentenceEnd = last + 1 >= text.Document.Sentences[text.Document.Tokens[last].Sentence].Last;
            if (last >= quotation.Last - 2 || (toSentenceEnd && first <= quotation.First + 1))
            {
                last = quotation.Last;
            }
        }
        return new TokenRange(first, last);
    }

    private static TokenRange? Nearest(in CueContext cue, List<TokenRange> runs)
    {
        TokenRange? nearest = null;
        var shortest = int.MaxValue;
        foreach (var run in runs)
        {
            var distance = run.Last < cue.First ? cue.First - run.Last : run.First - cue.Last;
            if (distance < shortest)
            {
                (nearest, shortest) = (run, distance);
            }
        }
        return nearest;
    }
}
