const firstNames = new Set(
	`aaron abby abigail adam adrian ahmed aisha alan albert alberto alejandra alejandro alex alexander alexandra alfred alice alicia
	alina allison amanda amber amelia amy ana andre andrea andreas andrew andy angela angelica anita ann anna anne annette anthony
	antoine antonio arjun arthur ashley astrid audrey austin barbara beatrice beatriz becky ben benjamin bernard beth betty bianca
	bill billy bob bobby brad bradley brandon brenda brian bridget bruce bruno bryan caleb cameron camila camille carl carla carlos
	carmen carol carolina caroline carolyn catherine cathy cecilia charles charlie charlotte chloe chris christian christina
	christine christoph christopher cindy claire clara claudia claudio cody colin connor craig cristina crystal curtis cynthia dan
	dana daniel daniela danielle danny dave david dean debbie deborah denise dennis derek diana diane diego dieter dimitri dominic
	don donald donna doris dorothy doug douglas duncan dylan ed eddie edgar eduardo edward edwin eileen elaine eleanor elena eli
	elias elizabeth ella ellen emilia emilio emily emma eric erica erik erin ernest esteban esther ethan eugene eva evan evelyn
	fatima felipe felix fernanda fernando fiona florence florian frances francesca francesco francis francisco francois frank
	franz fred frederick gabriel gabriela gary geoff george gerald gerard gina giovanni giulia giuseppe gloria gordon grace grant
	greg gregory guillermo gustavo guy hannah hans harold harry heather hector heidi heinrich helen helena helga henry herbert
	hiroshi holly howard hugh hugo ian ibrahim ignacio ines ingrid irene iris isaac isabel isabella ivan jack jackie jacob jacqueline
	jake james jamie jan jane janet janice jared jasmine jason javier jay jean jeff jeffrey jenna jennifer jenny jeremy jerry jesse
	jessica jill jim jimmy joan joanna joao joe joel john johnny jon jonathan jordan jorge jose josef joseph josh joshua joyce juan
	juana judith judy julia julian juliana julie julien jurgen justin karen karin karl karla kate katherine kathleen kathryn kathy
	katie kayla keith kelly ken kenneth kenji kevin kim kimberly klaus kristen kristin kurt kyle larry laura lauren laurence leah lena
	leo leon leonardo leslie lia liam lily linda lisa logan lorena lorenzo louis louise luca lucas lucia luciana lucy luigi luis
	luke luz lydia lynn maddie maggie manuel marc marco marcus margaret maria mariana marie marilyn mario mark marlene marta martha
	martin martina mary mateo mathilde matt matteo matthew maurice max megan mehmet mei melanie melissa mercedes mia michael michelle
	miguel mike mila ming miranda mitchell mohamed mohammed molly monica monika morgan muhammad nadia nancy naomi natalia natalie
	nate nathan neil nicholas nick nicole nigel nina noah noel nora norma oliver olivia omar oscar pablo paige pamela paola paolo
	patricia patrick paul paula paulo pedro peggy penny pete peter petra phil philip philippe pierre priya rachel rafael raj ralph
	ramon randy raul ravi raymond rebecca regina renata rene ricardo richard rick riley rita rob robert roberta roberto robin rodrigo
	roger roland roman ron ronald rosa rosemary roy ruben russell ruth ryan sabine sabrina sally sam samantha samuel sandra sandy
	sanjay sara sarah scott sean sebastian sergio seth shane shannon sharon shawn sheila shirley silvia simon simone sofia sonia
	sophia sophie stacy stefan stella stephanie stephen steve steven stuart sue susan suzanne sven sylvia tamara tanya tara tatiana
	ted teresa terry theo theresa thomas tiffany tim timothy tina todd tom tommy tony tracy travis trevor ursula uwe valentina valerie
	vanessa vera veronica vicky victor victoria vijay vincent violet virginia vivian walter wanda wayne wei wendy werner wilhelm
	william wolfgang xavier yan yasmin yolanda yuki yusuf yvonne zachary zoe`.split(/\s+/),
);

export function isFirstName(word: string): boolean {
	return firstNames.has(word);
}
