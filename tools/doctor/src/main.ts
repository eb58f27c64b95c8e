import { examine } from "./examine.ts";
import { findInstallation } from "./find-installation.ts";
import { InputError } from "./input-error.ts";
import { printFindings } from "./print-findings.ts";
import { readArguments, usage } from "./read-arguments.ts";

/** 0: no error was found. 1: one was. 2: what was typed cannot be understood. */
try {
	const { isJson, isHelp, url } = readArguments(process.argv.slice(2));
	if (isHelp) {
		console.log(usage);
	} else {
		const installation = findInstallation(url, process.env);
		const findings = await examine(installation);
		const ok = findings.every(({ level }) => level !== "error");
		console.log(
			isJson ? JSON.stringify({ ok, findings }, null, "\t") : printFindings(installation.url, findings),
		);
		process.exitCode = ok ? 0 : 1;
	}
} catch (error) {
	if (!(error instanceof InputError)) throw error;
	console.error(error.message);
	process.exitCode = 2;
}
