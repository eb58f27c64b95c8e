import { examine } from "./examine.ts";
import { getInstallation } from "./get-installation.ts";
import { InputError } from "./input-error.ts";
import { printFindings } from "./print-findings.ts";
import { readArguments, usage } from "./read-arguments.ts";

const silences = ["mesh_not_running", "address_unreachable"];

/** Exit code 0: no error found, 1: an error, 2: invalid input. */
try {
	const { isJson, isHelp, url } = readArguments(process.argv.slice(2));
	if (isHelp) {
		console.log(usage);
	} else {
		const installation = getInstallation(url, process.env);
		const findings = await examine(installation);
		const ok = findings.every(({ level }) => level !== "error");
		const silence = findings.find(({ id }) => silences.includes(id));
		if (silence) console.error(`${silence.meaning} ${silence.todo}`);
		if (isJson) console.log(JSON.stringify({ ok, findings }, null, "\t"));
		else if (!silence) console.log(printFindings(installation.url, findings));
		process.exitCode = ok ? 0 : 1;
	}
} catch (error) {
	if (!(error instanceof InputError)) throw error;
	console.error(error.message);
	process.exitCode = 2;
}
