import { listSentences } from "./list-sentences.ts";

export const spokenNumbers = {
	"spoken numbers": listSentences(`
demo | extension one hundred and one | t101
demo | extension one oh two please | t102
demo | one o three | t103
demo | one zero one | t101
demo | one-oh-one please | t101
demo | a hundred and two | t102
demo | 1 0 3 | t103
demo | ext. 101 | t101
demo | dial one oh to | t102
demo | uh, one oh one I think | t101 a
demo | one twelve | a
demo | extension one hundred twelve | a
demo | the extension is one double zero | a
demo | uno cero uno | t101
demo | ciento dos | t102
demo | la extensión ciento doce | a
demo | cent un | t101
demo | le poste cent deux | t102
demo | un zéro trois | t103
demo | hunderteins bitte | t101
demo | Durchwahl eins null zwei | t102
demo | hundertzwölf | a
demo | centouno | t101
demo | interno cento due | t102
demo | uno zero tre | t103
demo | cento e um | t101
demo | ramal um zero dois | t102
demo | cento e três por favor | t103
demo | leave a message at extension one oh one | v101
demo | I was charged one hundred and one dollars | t103 a
demo | call four one five five five five oh one nine nine | a i
`),
};
