namespace DigestBot.Benchmarks;

/// <summary>What readers ask a synthetic archive: 70 % about a speaker, 20 % about a matter, 10 % that nothing in it answers.</summary>
internal static class AskedQuestions
{
    /// <summary>So many of them; few are the same.</summary>
    public static (string Kind, string Text)[] Of(SyntheticArchive archive, int count) => [.. Enumerable.Range(0, count).Select(at => Question(archive, at))];

    private static (string Kind, string Text) Question(SyntheticArchive archive, int at)
    {
        var name = archive.Names[archive.Zipf(archive.Names.Count)];
        var content = archive.Contents[(at * 7919) % archive.Contents.Count].Split(' ');
        return (at % 10) switch
        {
            0 or 1 => ("speaker", $"What did {name} say?"),
            2 => ("speaker", $"what did {name.Split(' ')[1]} demand?"),
            3 => ("speaker", $"What did {name.Split(' ')[1]} write?"),
            4 or 5 => ("speaker", $"what did {name} say about {content[^1]}?"),
            6 => ("speaker", $"what has {name.Split(' ')[1]} promised?"),
            7 => ("matter", $"who said {content[0]} {content[1]} {content[2]}?"),
            8 => ("matter", $"what's new on {content[^1]} {content[^2]}?"),
            _ => ("nothing", $"What did Zzyzx Qwrtplm{at} say about {content[1]}?"),
        };
    }
}
