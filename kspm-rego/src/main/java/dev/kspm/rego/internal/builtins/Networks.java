package dev.kspm.rego.internal.builtins;

/** IP addresses and networks. */
final class Networks {
  private Networks() {}

  static void define(Definitions in) {
    in.category("net");
    in.missing(
        "net.cidr_contains",
        "(cidr: string, cidr_or_ip: string) => result: boolean",
        "Whether a network contains an address or another network.");
    in.missing(
        "net.cidr_contains_matches",
        "(cidrs: any<string, array[any<string, array[any]>], object[string: any<string, array[any]>], set[any<string, array[any]>]>, cidrs_or_ips: any<string, array[any<string, array[any]>], object[string: any<string, array[any]>], set[any<string, array[any]>]>) => output: set[array<any, any>]",
        "The pairs of which one network contains the other.");
    in.missing(
        "net.cidr_expand", "(cidr: string) => hosts: set[string]", "The addresses of a network.");
    in.missing(
        "net.cidr_intersects",
        "(cidr1: string, cidr2: string) => result: boolean",
        "Whether two networks share addresses.");
    in.missing(
        "net.cidr_is_valid", "(cidr: string) => result: boolean", "Whether a string is a network.");
    in.missing(
        "net.cidr_merge",
        "(addrs: any<array[any<string>], set[string]>) => output: set[string]",
        "The fewest networks with the same addresses.");
    in.deprecated()
        .missing(
            "net.cidr_overlap",
            "(string, string) => boolean",
            "Whether a network contains an address or another network.");
    in.nondeterministic()
        .missing(
            "net.lookup_ip_addr",
            "(name: string) => addrs: set[string]",
            "The addresses of a host name.");
  }
}
