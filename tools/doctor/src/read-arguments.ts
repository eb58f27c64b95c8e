import { parseArgs } from "node:util";
import { InputError } from "./input-error.ts";

export const usage = [
	"npm run doctor              looks for what is wrong with the local mesh that is running",
	"npm run doctor -- --url U   with the installation at U; CLOUDPBX_API_KEY is a key with every scope",
	"               -- --json    { ok, findings: [{ id, level, meaning, todo }] }",
	"",
	"PORT and CLOUDPBX_DATA name the local mesh as they do for npm start. The exit code is 1 when an error was found.",
].join("\n");

export interface DoctorArguments {
	isJson: boolean;
	isHelp: boolean;
	url: string | null;
}

export function readArguments(args: string[]): DoctorArguments {
	const { values } = parse(args);
	const url = values.url ?? null;
	if (url !== null && !isAddress(url)) {
		throw new InputError(`--url must be an address such as https://phones.acme.co; it is "${url}".`);
	}
	return { isJson: values.json ?? false, isHelp: values.help ?? false, url };
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: { json: { type: "boolean" }, help: { type: "boolean" }, url: { type: "string" } },
		});
	} catch (error) {
		const [sentence = ""] = (error as Error).message.split(/\.\s|\n/);
		throw new InputError(`${sentence.replace(/\.$/, "")}: doctor takes --json, --url and --help.`);
	}
}

/** The key is sent there: over plain http to this machine only. */
function isAddress(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname } = new URL(text);
	const isLoopback = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
	return protocol === "https:" || (protocol === "http:" && isLoopback);
}
