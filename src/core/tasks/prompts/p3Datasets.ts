/** Datasets of P3 (Sanh et al. 2022) as its tasks are called: `dataset_config`, before the name of the prompt. */
const names =
  'adversarial_qa_dbert adversarial_qa_dbidaf adversarial_qa_droberta ag_news ai2_arc_ARC_Challenge ai2_arc_ARC_Easy ' +
  'amazon_polarity anli app_reviews cnn_dailymail_3.0.0 common_gen commonsense_qa cos_e_v1.11 cosmos_qa dbpedia_14 dream ' +
  'duorc_ParaphraseRC duorc_SelfRC gigaword glue_mrpc glue_qqp hellaswag hotpot_qa imdb kilt_tasks_hotpotqa multi_news ' +
  'openbookqa_main paws_labeled_final piqa qasc quail quarel quartz quoref race_high race_middle ropes rotten_tomatoes ' +
  'samsum sciq social_i_qa squad_v2 story_cloze_2016 super_glue_boolq super_glue_cb super_glue_copa super_glue_multirc ' +
  'super_glue_record super_glue_rte super_glue_wic super_glue_wsc.fixed trec trivia_qa_unfiltered web_questions wiki_bio ' +
  'wiki_hop_original wiki_qa winogrande_winogrande_debiased winogrande_winogrande_xl wiqa xsum yelp_review_full';

const byLength = names.split(' ').sort((a, b) => b.length - a.length);

/** The dataset that a file of one of P3's prompts is called after; null for others. */
export const p3DatasetOf = (name: string): string | null =>
  byLength.find((dataset) => name.toLowerCase().startsWith(`${dataset.toLowerCase()}_`)) ?? null;
