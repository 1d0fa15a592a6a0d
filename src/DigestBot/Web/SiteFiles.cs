using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace DigestBot.Web;

/// <summary>The style sheet, the bot's picture and the console's script: inside the program, at addresses that change with their content.</summary>
internal static class SiteFiles
{
    private static readonly Asset _style = Asset.Read("site.css", "text/css; charset=utf-8");
    private static readonly Asset _picture = Asset.Read("bot.svg", "image/svg+xml");
    private static readonly Asset _script = Asset.Read("prose.js", "text/javascript; charset=utf-8");

    /// <summary>Address of the style sheet.</summary>
    public static string StyleAddress => _style.Address;

    /// <summary>Address of the bot's picture.</summary>
    public static string PictureAddress => _picture.Address;

    /// <summary>Address of the script that fetches prose.</summary>
    public static string ScriptAddress => _script.Address;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var asset in (Asset[])[_style, _picture, _script])
        {
            endpoints.MapGet($"/{asset.Name}", (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Results.Bytes(asset.Bytes, asset.Type, entityTag: new EntityTagHeaderValue($"\"{asset.Version}\""));
            }).AllowAnonymous();
        }
    }

    private sealed record Asset(string Name, string Type, byte[] Bytes)
    {
        public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes))[..12];

        public string Address => $"/{Name}?v={Version}";

        public static Asset Read(string name, string type)
        {
            using var stream = typeof(SiteFiles).Assembly.GetManifestResourceStream($"DigestBot.Web.{name}")!;
            using StreamReader reader = new(stream, Encoding.UTF8);
            return new Asset(name, type, Encoding.UTF8.GetBytes(reader.ReadToEnd()));
        }
    }
}
