import { expect, it } from "vitest";
import { ArchiveError } from "../../src/archive-error.ts";
import { readFlags } from "../../src/read-flags.ts";

it("reads the file, and the installation in an account", () => {
	expect(readFlags("export", ["--out", "a.tgz"])).toEqual({ file: "a.tgz", prefix: null });
	expect(readFlags("restore", ["--in=a.tgz", "--remote"])).toEqual({ file: "a.tgz", prefix: "cloudpbx" });
	expect(readFlags("restore", ["--in", "a", "--remote", "--prefix", "acme-2"])).toEqual({
		file: "a",
		prefix: "acme-2",
	});
});

it.each([
	[[], "--out FILE is missing"],
	[["--out"], "argument missing"],
	[["--out", ""], "--out FILE is missing"],
	[["--in", "a.tgz"], "Unknown option '--in'"],
	[["a.tgz"], "Unexpected argument 'a.tgz'"],
	[["--out", "a", "--prefix", "acme"], "--prefix goes with --remote only"],
	[["--out", "a", "--remote", "--prefix", "../x"], 'it is "../x"'],
])("refuses %j in one sentence", (args, words) => {
	const read = () => readFlags("export", args);
	expect(read).toThrow(ArchiveError);
	expect(read).toThrow(words);
	expect(read).toThrow(/^[^\n]*$/);
});
