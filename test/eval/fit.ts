import { fitConfidence } from './fit-confidence.js';
import { fitRanking } from './fit-ranking.js';

// The confidence reads the scores of the ranking: fit the ranking first, then, in a run of its own, the confidence.
const [what, folder] = process.argv.slice(2);
if (folder !== undefined && what === 'ranking') await fitRanking(folder);
else if (folder !== undefined && what === 'confidence') await fitConfidence(folder);
else {
  console.error(
    'npm run fit -- ranking|confidence FOLDER: FOLDER holds the collections, each with questions.json and corpus/',
  );
  process.exitCode = 2;
}
