import { answerNames, questions } from "./answers.ts";

const switches: [string, string][] = [
	["--dry-run", "prints the plan; asks nobody and changes nothing"],
	["--yes", "asks nothing; what is not given stays as it was, or as proposed"],
	["--repoint", "takes the main number over although it leads elsewhere"],
	["--release-numbers", "destroy: gives the numbers back to Twilio as well"],
	["--confirm PREFIX", "destroy: the prefix, written out"],
];

export function describeFlags(): string {
	const answers = answerNames.map((name): [string, string] => {
		const { flag, variable, words } = questions[name];
		return [`--${flag} …`, `${words}. In the environment: ${variable}`];
	});
	const lines = [...switches, ...answers].map(([flag, words]) => `  ${flag.padEnd(28)}${words}`);
	return [
		"npm run setup | deploy | db:migrate:remote | destroy, with flags behind --:",
		"",
		...lines,
		"",
		"TWILIO_AUTH_TOKEN and CLOUDFLARE_API_TOKEN are taken from the environment only.",
		"",
	].join("\n");
}
