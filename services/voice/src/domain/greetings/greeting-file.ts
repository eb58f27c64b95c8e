import type { PlayStep } from "@cloudpbx/domain/call-step";

/** A recorded greeting is named after its content, in R2, in `greeting_audio` and in its path. */
const fileName = /^([0-9a-f]{64}\.(mp3|wav))$/;
const keyFolder = "greetings/";
const pathFolder = "/ivr/greeting/";

export const audioContentTypes = { mp3: "audio/mpeg", wav: "audio/wav" };

export interface GreetingFile {
	key: string;
	contentType: string;
}

export function greetingKeyOf(sha256: string, type: keyof typeof audioContentTypes): string {
	return `${keyFolder}${sha256}.${type}`;
}

export function greetingPathOf(key: string): string {
	return key.replace(keyFolder, pathFolder);
}

export function playGreeting(key: string, text: string, language?: string): PlayStep {
	return {
		kind: "play",
		path: greetingPathOf(key),
		otherwise: { kind: "say", text, ...(language && { language }) },
	};
}

export function findGreetingFile(path: string): GreetingFile | null {
	const [, name, type] = path.startsWith(pathFolder)
		? (fileName.exec(path.slice(pathFolder.length)) ?? [])
		: [];
	if (name === undefined) return null;
	return { key: keyFolder + name, contentType: audioContentTypes[type as keyof typeof audioContentTypes] };
}
