using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace DigestBot.Web;

/// <summary>The style sheet and the bot's picture: inside the program, at addresses that change with their content.</summary>
internal static class SiteFiles
{
    private static readonly Asset Style = Asset.Read("site.css", "text/css; charset=utf-8");
    private static readonly Asset Picture = Asset.Read("bot.svg", "image/svg+xml");

    /// <summary>Address of the style sheet.</summary>
    public static string StyleAddress => Style.Address;

    /// <summary>Address of the bot's picture.</summary>
    public static string PictureAddress => Picture.Address;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (Asset asset in (Asset[])[Style, Picture])
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
            using Stream stream = typeof(SiteFiles).Assembly.GetManifestResourceStream($"DigestBot.Web.{name}")!;
            using StreamReader reader = new(stream, Encoding.UTF8);
            return new Asset(name, type, Encoding.UTF8.GetBytes(reader.ReadToEnd()));
        }
    }
}
