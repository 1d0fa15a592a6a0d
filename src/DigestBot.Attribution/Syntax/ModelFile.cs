using System.IO.Compression;

namespace DigestBot.Attribution.Syntax;

/// <summary>The model files that ship inside this assembly: compressed by Brotli, read once.</summary>
internal static class ModelFile
{
    /// <summary>Opens the embedded file <paramref name="name"/>, decompressed.</summary>
    /// <exception cref="InvalidOperationException">This assembly was built without it.</exception>
    public static BinaryReader Open(string name)
    {
        var stream = typeof(ModelFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The model file {name} is missing from this build; make it with `dotnet run --project src/DigestBot.Training -c Release -- parser FOLDER`.");
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        var whole = new MemoryStream();
        brotli.CopyTo(whole);
        whole.Position = 0;
        return new BinaryReader(whole);
    }

    /// <summary>Reads a list of names.</summary>
    public static string[] ReadNames(BinaryReader reader)
    {
        var names = new string[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = string.Intern(reader.ReadString());
        }

        return names;
    }

    /// <summary>Writes a list of names as <see cref="ReadNames"/> reads it.</summary>
    public static void WriteNames(BinaryWriter writer, IReadOnlyCollection<string> names)
    {
        writer.Write(names.Count);
        foreach (var name in names)
        {
            writer.Write(name);
        }
    }
}
