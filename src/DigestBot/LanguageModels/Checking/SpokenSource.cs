using System.Globalization;
using DigestBot.Answers;

namespace DigestBot.LanguageModels.Checking;

/// <summary>
/// A sentence's words for where a line stands: its outlet, and the day on which that reported it. A day alone is none: that a story is of the
/// 29th does not say that its people spoke on the 29th.
/// </summary>
internal static class SpokenSource
{
    /// <summary>Where a source that leads claims may end: "According to the Meridian Wire,", "On 29 December 2012 the Meridian Wire reported that".</summary>
    public static IEnumerable<int> Leading(IReadOnlyList<ProseToken> tokens, int at, IEnumerable<AnswerLine> lines) =>
        lines.SelectMany(Citations).Select(c => Lead(tokens, at, c)).Where(end => end > at).Distinct();

    /// <summary>Whether the line has the source that leads from <paramref name="at"/> to <paramref name="end"/>.</summary>
    public static bool Leads(IReadOnlyList<ProseToken> tokens, int at, int end, AnswerLine line) => Citations(line).Any(c => Lead(tokens, at, c) == end);

    /// <summary>Index behind a source that follows claims, such as ", according to the Meridian Wire", where all lines have it; the index itself for none.</summary>
    public static int Behind(IReadOnlyList<ProseToken> tokens, int at, IReadOnlyList<AnswerLine> lines) =>
        Citations(lines[0]).Select(c => Trail(tokens, at, c)).Where(end => lines.All(l => Citations(l).Any(c => Trail(tokens, at, c) == end))).Append(at).Max();

    private static IEnumerable<Citation> Citations(AnswerLine line) => line.AlsoIn.Prepend(line.Citation);

    private static int Lead(IReadOnlyList<ProseToken> tokens, int at, Citation citation)
    {
        SourceWords words = new(tokens, at, citation);
        var isSource = words.Take("according", "to") ? words.Outlet() && words.MayHaveDay("of", "on")
            : words.Take("in") ? words.Outlet() && words.MayHaveDay("of")
            : words.MayHaveDay("on") && words.MayPause() && words.Outlet() && words.Report() && words.MayHaveDay("on");
        return isSource && words.MayPause() ? words.At : at;
    }

    private static int Trail(IReadOnlyList<ProseToken> tokens, int at, Citation citation)
    {
        SourceWords words = new(tokens, at, citation);
        words.MayPause();
        var isSource = words.Take("according", "to") ? words.Outlet() && words.MayHaveDay("of", "on")
            : words.Take("in") ? words.Outlet() && words.MayHaveDay("of")
            : words.IsReported();
        return isSource ? words.At : at;
    }

    /// <summary>Reads on while the words are those of one citation.</summary>
    private sealed class SourceWords(IReadOnlyList<ProseToken> tokens, int at, Citation citation)
    {
        public int At { get; private set; } = at;

        public bool Take(params string[] words)
        {
            if (At + words.Length > tokens.Count || !words.Select((word, i) => string.Equals(tokens[At + i].Text, word, StringComparison.OrdinalIgnoreCase)).All(same => same))
            {
                return false;
            }

            At += words.Length;
            return true;
        }

        public bool Outlet()
        {
            string[] outlet = [.. ProseTokens.Read(citation.Outlet ?? "").Select(t => t.Text)];
            if (outlet.Length > 1 && outlet[0].Equals("the", StringComparison.OrdinalIgnoreCase))
            {
                outlet = outlet[1..];
            }

            return outlet.Length > 0 && (Take(["the", .. outlet]) || Take(outlet) || (ReportedBefore(outlet) && Take("it")));
        }

        // "the Coast Daily reported on 3 March 2026, and on 9 March 2026 it reported".
        private bool ReportedBefore(string[] outlet)
        {
            var report = At - 1;
            while (report >= 0 && !tokens[report].IsWord("reported", "reports"))
            {
                report--;
            }

            return report >= outlet.Length && tokens.Skip(report - outlet.Length).Take(outlet.Length).Select(t => t.Text).SequenceEqual(outlet, StringComparer.OrdinalIgnoreCase);
        }

        /// <summary>"as the Coast Daily reported on 9 March 2026", or the other way round.</summary>
        public bool IsReported()
        {
            _ = Take("as");
            return (Report() ? Outlet() : Outlet() && Report()) && MayHaveDay("on");
        }

        public bool Report() => Take("reports") || Take("reported") || Take("has", "reported");

        public bool MayPause()
        {
            _ = Take(",") || Take("that");
            return true;
        }

        /// <summary>No day, or the story's.</summary>
        public bool MayHaveDay(params string[] before)
        {
            foreach (var word in before)
            {
                if (citation.Published is { } published && (Take([word, .. Day(published, "d MMMM yyyy")]) || Take([word, .. Day(published, "MMMM d , yyyy")])))
                {
                    break;
                }
            }
            return true;
        }

        private static string[] Day(DateTimeOffset published, string format) => published.ToString(format, CultureInfo.InvariantCulture).Split(' ');
    }
}
