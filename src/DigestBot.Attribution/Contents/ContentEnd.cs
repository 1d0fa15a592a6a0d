using System.Collections.Frozen;
using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>Finds where a content behind its cue ends: with its clause, or earlier where another attribution begins.</summary>
internal static class ContentEnd
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _breaks =
        "during while although though whereas despite amid because".Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// The last token of the content that begins at <paramref name="first"/>. A clause runs to its sentence's end, as annotators draw it,
    /// unless another attribution begins before: ", according to", ", he said", "and added that".
    /// </summary>
    /// <param name="story">The story.</param>
    /// <param name="cue">The content's cue.</param>
    /// <param name="first">First token of the content.</param>
    /// <param name="parsed">Last token of the content as the parser sees it.</param>
    /// <param name="isClause">Whether the content is a clause and may go on to the end of its sentence.</param>
    public static int Of(Surroundings story, Cue cue, int first, int parsed, bool isClause = false)
    {
        var document = story.Document;
        var end = story.EndOfSentence(cue.Head);
        var own = story.Quoted.At(cue.Head);
        if (!isClause)
        {
            end = Math.Min(end, parsed);
        }

        end = isClause ? BeforeReporter(story, cue, first, EndOfRelativeClause(document, cue, first, end)) : end;
        end = OpeningClause.End(story, cue, first, end);
        for (var i = first + 1; i <= end; i++)
        {
            if (story.Quoted.At(i) is var q && q != own)
            {
                i = Math.Max(i, q >= 0 ? story.Quoted.Outer[q].Last : i);
                continue;
            }

            if (isClause ? LeavesClause(story, i, end) : LeavesPhrase(document, first, i) || Circumstances.IsMedium(document, i))
            {
                return Trimmed(document, first, i - 1);
            }

            if (story.CueAt(i) is { } other && Begins(story, cue, other, first, isClause) is var start and > 0)
            {
                return Trimmed(document, first, start - 1);
            }
        }

        return Trimmed(document, first, end);
    }

    /// <summary>
    /// Where the clause of a noun that is its sentence's subject ends: "the claim that the nets are too fine | angered the crews". The second
    /// finite verb, unless something joins or subordinates it, is the sentence's own; behind an infinitive the first.
    /// </summary>
    public static int OfSubject(Document document, Cue cue, int first, int end, bool isInfinitive = false)
    {
        for (var i = document.Sentences[document.Tokens[cue.Head].Sentence].First; i < cue.First; i++)
        {
            if (IsFiniteForm(document, i))
            {
                return end;
            }
        }

        var verbs = isInfinitive ? 1 : 0;
        for (var i = first; i <= end; i++)
        {
            if ((IsFiniteForm(document, i) || !isInfinitive && IsSubjunctive(document, i, first)) && ++verbs == 2)
            {
                return document.Tokens[i - 1].Tag is "JJ" or "RB" or "NN" or "NNS" or "VBN" or "VBG" or "CD" ? i - 1 : end;
            }

            verbs -= document.Tokens[i].Tag is "CC" or "IN" or "WDT" or "WP" or "WRB" && verbs > 0 && i > first ? 1 : 0;
        }

        return end;
    }

    // "asked that her name be withheld".
    private static bool IsSubjunctive(Document document, int i, int first) => i > first && document.Tokens[i].Tag == "VB" && (document.IsNoun(i - 1) || document.Tokens[i - 1].Tag == "PRP");

    private static bool IsFiniteForm(Document document, int i) => document.Tokens[i].Tag is "VBD" or "VBZ" or "VBP" or "MD";

    // "The engineer, who said the bridge was safe, has resigned": the clause between commas ends at the second.
    private static int EndOfRelativeClause(Document document, Cue cue, int first, int end)
    {
        var who = cue.First - 1;
        if (who < 1 || !(document.Tokens[who].Tag is "WP" or "WDT" || document.IsWord(who, "that")))
        {
            return end;
        }

        if (document.Word(who - 1)[0] is not ',')
        {
            return OfSubject(document, cue with { First = who }, first, end);
        }

        for (var i = first + 1; i < end; i++)
        {
            if (document.Word(i)[0] is ',' && document.Word(who - 1)[0] is ',' && document.Tokens[i + 1].Tag is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return i - 1;
            }
        }

        return end;
    }

    // "said that they would strike again, and the port | remains closed": what was said then is told in the past, so the present behind the comma is the reporter's.
    private static int BeforeReporter(Surroundings story, Cue cue, int first, int end)
    {
        var document = story.Document;
        if (document.Tokens[cue.First].Tag is not ("VBD" or "VBP" or "VBZ") || document.Tokens[cue.Head].Tag is not ("VBD" or "VBN") || story.Quoted.At(cue.Head) >= 0)
        {
            return end;
        }

        var isPast = false;
        for (var i = first; i < end; i++)
        {
            if (story.Quoted.At(i) >= 0 || document.Tokens[i].Tag is "VBZ" or "VBP")
            {
                return end;
            }

            isPast |= document.Tokens[i].Tag == "VBD" || document.IsWord(i, "would") || document.IsWord(i, "could");
            if (isPast && document.Word(i)[0] is ',' && document.Tokens[i + 1].Tag == "CC" && NounPhrase.Beginning(document, i + 2) is { IsNamed: true } subject && subject.Range.Last + 1 <= end
                && document.Tokens[subject.Range.Last + 1].Tag is "VBZ" or "VBP")
            {
                return i - 1;
            }
        }

        return end;
    }

    // "…; Olsen said": a semicolon closes the content where somebody speaks behind it.
    private static bool SpeaksBehind(Surroundings story, int semicolon, int end)
    {
        for (var i = semicolon + 1; i <= end; i++)
        {
            if (story.CueAt(i) is { Part: CuePart.Verb } cue && cue.Has(Frames.Quotation) && story.SourceOf(cue) is { IsNamed: true } source && source.Range.First > semicolon)
            {
                return true;
            }
        }

        return false;
    }

    private static bool LeavesClause(Surroundings story, int i, int end) =>
        story.Document.Word(i)[0] is ';' && SpeaksBehind(story, i, end) || Aside.Begins(story.Document, i, end);

    // A noun phrase or infinitive ends before a new clause: ", but", ", which", "during the debate".
    private static bool LeavesPhrase(Document document, int first, int i) =>
        document.Word(i)[0] is ';' || Aside.Begins(document, i, document.Tokens.Length - 1) || IsSecondDeed(document, first, i) || (document.Word(i)[0] is ',' && i + 1 < document.Tokens.Length
            ? !GoesOn(document, first, i + 1) && document.Tokens[i + 1].Tag is "WDT" or "WP" or "WRB" or "IN" or "PRP" || document.Tokens[i + 1].Tag == "CC" && !document.IsWord(i + 1, "and") && !document.IsWord(i + 1, "or")
            : document.Tokens[i].Tag == "IN" && _breaks.Contains(document.Word(i)));

    // "welcomed the grant | but voiced doubts", "called for an inquiry | and has left the board": a finite verb behind the conjunction is the speaker's own
    // next deed where what stands before has none.
    private static bool IsSecondDeed(Document document, int first, int i)
    {
        if (document.Tokens[i].Tag != "CC" || i + 2 >= document.Tokens.Length)
        {
            return false;
        }

        var verb = document.Tokens[i + 1].Tag == "RB" ? i + 2 : i + 1;
        var isDeed = document.Tokens[verb].Tag is "VBD" or "VBZ" or "MD";
        for (var before = first; isDeed && before < i; before++)
        {
            isDeed = !(IsFiniteForm(document, before) || document.Tokens[before].Tag is "WP" or "WDT" or "WRB");
        }

        return isDeed;
    }

    // "called for better pay, for new boats": the cue's own preposition again.
    private static bool GoesOn(Document document, int first, int i) =>
        first > 0 && document.Tokens[first - 1].Tag == "IN" && document.Word(i).Equals(document.Word(first - 1), StringComparison.OrdinalIgnoreCase);

    // First token of the attribution that other makes beside (not inside) the content; 0 where it is a part of the content.
    private static int Begins(Surroundings story, Cue cue, Cue other, int first, bool isClause)
    {
        var document = story.Document;
        if (other.Part == CuePart.Preposition)
        {
            return document.Word(other.First - 1)[0] is ',' or '-' or '–' or '—' ? other.First - 1 : 0;
        }

        if (other.Part != CuePart.Verb || other.First <= first)
        {
            return 0;
        }

        // "… — Olsen boasted, “…”": who speaks behind a dash or a semicolon begins anew.
        if (other.Has(Frames.Quotation) && story.BehindAdverbials(other) is var speech && speech < document.Tokens.Length && story.Quoted.At(speech) is var quotation and >= 0 && quotation != story.Quoted.At(other.Head)
            && story.SourceOf(other) is { IsNamed: true } speaker && speaker.Range.First - 1 > first && document.Word(speaker.Range.First - 1)[0] is '—' or '–' or '―' or '-' or ';')
        {
            return speaker.Range.First - 1;
        }

        // ", adding that": a participle of saying behind a comma.
        if (document.Tokens[other.Head].Tag == "VBG" && other.First == other.Head && IsDeed(other) && document.Word(other.First - 1)[0] is ',')
        {
            return other.First - 1;
        }

        var head = document.Tokens[other.Top].Head;
        var besideIt = (head == cue.Head || head == cue.Top) && document.Tokens[other.First].Tag is not ("TO" or "VB");
        if (besideIt && (document.Is(other.Top, "conj") || document.Is(other.Top, "advcl") || document.Is(other.Top, "parataxis")))
        {
            var start = document.Dependencies.First(other.Top);
            if (!(isClause || HasGerund(document, other, first, start)) || !IsCondition(document, start) || document.Word(start - 1)[0] is ',')
            {
                return Math.Max(first + 1, start);
            }
        }

        return SharedSpeaker.Of(story, other) is { } sharing && (sharing == cue || sharing.First < cue.First) && other.First - 1 > first ? other.First - 1 : story.FrontedStart(other);
    }

    // "of being asleep | when the calls came", "mocked him | for not releasing it"; but "thanked him | for saying that …" holds what he said.
    private static bool HasGerund(Document document, Cue other, int first, int start)
    {
        if (document.IsWord(start, "for"))
        {
            return !Array.Exists(other.Entries, e => e.Act != SpeechAct.Thinks && e.Has(Frames.Quotation) && e.Has(Frames.Clause));
        }

        for (var i = first; i < start; i++)
        {
            if (document.Tokens[i].Tag == "VBG")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDeed(Cue cue) => cue.Has(Frames.Quotation) || Array.Exists(cue.Entries, e => e.Has(Frames.Clause) && e.Act is not (SpeechAct.Thinks or SpeechAct.Expects));

    // "said Lund was right | when he said that …": the clause tells when he was, and is a part of what is said.
    private static bool IsCondition(Document document, int start) => document.IsWord(start, "for") || document.IsWord(start, "when") || document.IsWord(start, "if") || document.IsWord(start, "because") || document.IsWord(start, "after") || document.IsWord(start, "before");

    /// <summary>The comma before ", he said" with nothing behind it, which closes what stands before; 0 for other cues.</summary>
    public static int FrontedCue(Surroundings story, Cue other)
    {
        var document = story.Document;
        var last = other.Last + 1 >= document.Tokens.Length || document.Word(other.Last + 1)[0] is '.';
        var source = other.Has(Frames.Quotation) || last && other.Has(Frames.Clause) ? story.SourceOf(other) : Source.None;
        var start = source.IsNamed ? Math.Min(source.Range.First, other.First) : 0;
        var closes = start > 1 && story.Quoted.At(start - 1) >= 0 && story.Quoted.At(start) < 0 && document.Word(start - 2)[0] is ',';
        if (start < 1 || !closes && document.Word(start - 1)[0] is not ',')
        {
            return 0;
        }

        var end = document.Sentences[document.Tokens[other.Head].Sentence].Last;
        for (var i = Math.Max(other.Last, source.Range.Last) + 1; i < end && document.Word(i)[0] is not ','; i++)
        {
            if (document.IsVerb(i) || document.IsWord(i, "that"))
            {
                return 0;
            }
        }

        return closes ? start : start - 1;
    }

    private static int Trimmed(Document document, int first, int last)
    {
        while (last > first && (document.IsPunctuation(last) && document.Word(last)[0] is ',' or ';' or ':' or '-' or '–' or '—' || document.Tokens[last].Tag == "CC"))
        {
            last--;
        }

        return last;
    }
}
