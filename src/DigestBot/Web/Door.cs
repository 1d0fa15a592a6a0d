using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DigestBot.Web;

/// <summary>Which listener a connection came in by. It hangs on the connection, so that no header can change it.</summary>
internal enum Door
{
    /// <summary>The console, pages and API.</summary>
    Operator,

    /// <summary>Signed webhooks and liveness, nothing else.</summary>
    Public,
}

/// <summary>The connection's door, as a feature of each of its requests.</summary>
internal sealed record DoorFeature(Door Door);

/// <summary>
/// On an endpoint: a door at which it answers. Without one it answers at the operator's alone; what belongs to the public door
/// says so: <c>app.MapGroup("").WithMetadata(new OpensAt(Door.Public))</c>.
/// </summary>
internal sealed record OpensAt(Door Door);

/// <summary>Opens listeners that mark their connections with a door.</summary>
internal static class Doors
{
    /// <summary>Listens at each of the addresses ("http://localhost:5080;http://10.0.0.1:80").</summary>
    /// <exception cref="FormatException">An address is not http://HOST:PORT with an IP, localhost or * as its host.</exception>
    public static void Listen(KestrelServerOptions kestrel, string urls, Door door)
    {
        foreach (var url in urls.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = Parse(url);
            void Mark(ListenOptions listen) => listen.Use(next => connection =>
            {
                connection.Features.Set(new DoorFeature(door));
                return next(connection);
            });
            if (address.Host is "*" or "+" or "0.0.0.0" or "[::]")
            {
                kestrel.ListenAnyIP(address.Port, Mark);
            }
            else if (string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase))
            {
                kestrel.ListenLocalhost(address.Port, Mark);
            }
            else
            {
                kestrel.Listen(IPAddress.Parse(address.Host.Trim('[', ']')), address.Port, Mark);
            }
        }
    }

    /// <summary>The door that the request came in by.</summary>
    public static Door DoorOf(HttpContext context) => context.Features.Get<DoorFeature>()?.Door ?? Door.Operator;

    /// <summary>Takes the endpoint from a request that came in by a door at which that one does not answer.</summary>
    public static Task KeepApartAsync(HttpContext context, RequestDelegate next)
    {
        var doors = context.GetEndpoint()?.Metadata.GetOrderedMetadata<OpensAt>() ?? [];
        var door = DoorOf(context);
        if (doors.Count == 0 ? door != Door.Operator : !doors.Contains(new OpensAt(door)))
        {
            context.SetEndpoint(null);
        }

        return next(context);
    }

    private static BindingAddress Parse(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException error)
        {
            throw new FormatException($"'{url}' is not an address to listen at; write it like http://localhost:5080.", error);
        }
        var known = address.Host is "*" or "+" || string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(address.Host.Trim('[', ']'), out _);
        if (address.Scheme != "http" || !known)
        {
            throw new FormatException($"'{url}' is not an address to listen at; use http:// with localhost, an IP or * (a proxy adds https).");
        }

        return address;
    }
}
