using DigestBot.Chat;
using DigestBot.LanguageModels.Tools;
using DigestBot.Storage;

namespace DigestBot.Web;

/// <summary>The archive as a tool for other programs: the Model Context Protocol at /mcp, behind the operator's door and key.</summary>
internal static class ArchiveEndpoint
{
    /// <summary>What it needs; it keeps nothing between requests.</summary>
    public static void AddServices(IServiceCollection services, Store store, TimeProvider clock) =>
        services.AddArchiveServer(new ArchiveSearch(store, clock, Command.LocalWorkspace)).WithHttpTransport();

    /// <summary>Opens it.</summary>
    public static void Map(IEndpointRouteBuilder door) => door.MapMcp("/mcp");
}
