using System.IO.Compression;
using DigestBot.Attribution;
using DigestBot.Attribution.Judging;
using DigestBot.Attribution.Syntax;
using DigestBot.Training.Annotations;

namespace DigestBot.Training.Judging;

/// <summary>The verb `judge`: trains the judge on the corpus and writes the model that ships.</summary>
internal static class JudgeCommand
{
    /// <summary>0 when the model is written.</summary>
    /// <param name="arguments">"all" trains on the corpus's test part too.</param>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var all = arguments.Contains("all");
        GoldRoles[] gold = [.. CorpusFolder.Articles(CorpusFolder.Find()).Select(file => CorpusReader.Read(file).Article).Where(a => all || !a.IsTest).Select(Align)];
        using MemoryStream model = new();
        using (BinaryWriter writer = new(model, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            new JudgeTrainer(gold).Write(writer);
        }

        var path = Path.Combine("src", "DigestBot.Attribution", "Resources", Judge.ModelName);
        using (var file = File.Create(path))
        using (BrotliStream brotli = new(file, CompressionLevel.SmallestSize))
        {
            brotli.Write(model.ToArray());
        }

        Console.WriteLine($"{gold.Length} articles, {gold.Sum(g => g.Attributions.Count)} attributions, {model.Length / 1024} kB, {new FileInfo(path).Length / 1024} kB compressed");
        return 0;
    }

    private static GoldRoles Align(CorpusArticle article)
    {
        Document document = new(article.Text);
        Grammar.Default.Analyse(document);
        return GoldRoles.Of(new JudgedText(document, StatementExtractor.Propose(document)), article);
    }
}
